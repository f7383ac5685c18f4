// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import org.pointwatch.wire.override.StoryOverrides;

/** Where analysts' decisions on stories stand, and are written. */
public interface Decisions {
    /** What is in force, as the topic has it now. */
    StoryOverrides read();

    /** What is added, written whole or not at all. */
    StoryOverrides.Change decide(Deciding decision);

    /** From what is in force to what is to be added. */
    interface Deciding {
        StoryOverrides.Change on(StoryOverrides before);
    }
}
