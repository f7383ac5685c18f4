// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import org.pointwatch.wire.override.Change;
import org.pointwatch.wire.override.Overrides;

/** Where analysts' decisions stand, and are written. */
public interface Decisions {
    /** What is in force, as the topic has it now. */
    Overrides read();

    /** What is added, written whole or not at all. */
    Change decide(Deciding decision);

    /** From what is in force to what is to be added. */
    interface Deciding {
        Change on(Overrides before);
    }
}
