// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.util.List;

/** Takes notices where they belong; never throws for what the other side does. */
interface Postman extends AutoCloseable {
    /** @param notices one for a webhook, all of a day for a mailbox */
    Answer deliver(List<Notice> notices);

    @Override
    default void close() {}
}
