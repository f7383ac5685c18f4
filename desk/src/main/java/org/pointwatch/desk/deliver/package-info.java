// SPDX-License-Identifier: Apache-2.0
/**
 * Alerts sent out: to webhooks as the Standard Webhooks specification has them signed, to chats, and by mail once a day. What
 * is to be sent stands in PostgreSQL since the transaction that stored the alert; here it is claimed, tried, and tried again
 * until it was taken or three days are over. Several desks share the work.
 */
@NullMarked
package org.pointwatch.desk.deliver;

import org.jspecify.annotations.NullMarked;
