// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.time.Instant;

/** How the desk's own reading of the topics gets on; see its README. */
@Says("The desk's own reading of the topics.")
public record DeskState(
        @Says("starting, catching-up, live or waiting.") String state,
        @Says("The same for people.") String words,
        @Says("Records read since the start.") long records,
        @Says("Records known to be waiting.") long lag,
        Instant lastAdvance) {}
