// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

/** Where in the life of an instance something may go wrong. */
enum SimulationPoint {
    POLLED,
    STORE_READ,
    STORE_WRITE,
    FORWARD,
    SEND,
    PUNCTUATE,
    BEFORE_COMMIT,
    COMMITTING,
    AFTER_COMMIT,
    RESTORE,
    INIT,
    GLOBAL
}
