// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.Random;

/** What an outlet does to a text that it takes over. */
@FunctionalInterface
interface Change {
    Draft apply(Draft draft, Random random);
}
