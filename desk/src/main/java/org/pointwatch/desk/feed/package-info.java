// SPDX-License-Identifier: Apache-2.0
/**
 * Deadlines as a calendar and alerts as feeds: records in, text out, for programs that other people wrote.
 * {@link org.pointwatch.desk.feed.CalendarFeed} writes iCalendar, {@link org.pointwatch.desk.feed.AlertAtom} and
 * {@link org.pointwatch.desk.feed.AlertJsonFeed} the two feed formats. No clock is read: the same records give the same
 * bytes. Every text in a record may be hostile; {@link org.pointwatch.desk.feed.FeedText} is where it becomes harmless.
 */
@NullMarked
package org.pointwatch.desk.feed;

import org.jspecify.annotations.NullMarked;
