// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

/** What an actor is. */
public enum ActorKind {
    PERSON,
    STATE,
    ALLIANCE,
    ORGANISATION,
    GROUP
}
