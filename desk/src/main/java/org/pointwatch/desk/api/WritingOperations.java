// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.List;
import org.pointwatch.desk.view.View;

/** What is sent to the API: a text to try, an analyst's notes on alerts, an analyst's decisions. */
final class WritingOperations {
    private final Marking marking;
    private final Overriding overriding;
    private final Trying trying;

    private WritingOperations(View view, Backstage backstage, Tables tables, Audit audit) {
        marking = new Marking(tables, backstage, audit);
        overriding = new Overriding(backstage, audit);
        trying = new Trying(view, backstage);
    }

    static List<Operation> of(View view, Backstage backstage, Tables tables, Audit audit) {
        return new WritingOperations(view, backstage, tables, audit).all();
    }

    private List<Operation> all() {
        var alert = DeskApi.V1 + "/alerts/{id}";
        return List.of(
                Operation.send(
                        "POST",
                        DeskApi.V1 + "/try",
                        "Reads a text with the dossier in force; nothing is stored.",
                        Operation.Access.READ,
                        Trying.Request.class,
                        Trying.Tried.class,
                        trying::answer),
                Operation.send(
                        "POST",
                        alert + "/acknowledge",
                        "Notes that somebody has seen to an alert.",
                        Operation.Access.MARK,
                        Marking.Request.class,
                        Marking.Done.class,
                        call -> marking.make(call, "acknowledged")),
                takingBack(alert + "/acknowledge", "acknowledged"),
                Operation.send(
                        "POST",
                        alert + "/mute",
                        "Mutes an alert, and all of its kind about its target.",
                        Operation.Access.MARK,
                        Marking.Request.class,
                        Marking.Done.class,
                        call -> marking.make(call, "muted")),
                takingBack(alert + "/mute", "muted"),
                Operation.send(
                        "POST",
                        DeskApi.V1 + "/overrides",
                        "Decides on stories (merge, split, undo), tags and outlets (veto and allow). Wins over the algorithm, and counts follow.",
                        Operation.Access.WRITE,
                        Overriding.Request.class,
                        Overriding.Decided.class,
                        overriding::decide),
                Operation.list(
                                DeskApi.V1 + "/overrides",
                                "Decisions on stories, tags and outlets that are in force.",
                                Params.whole(),
                                Overriding.Listed.class,
                                Overriding.Row.class,
                                call -> overriding.list())
                        .unsteady());
    }

    private Operation takingBack(String path, String mark) {
        return new Operation(
                "DELETE",
                path,
                "Takes that back.",
                Operation.Access.MARK,
                Marking.TAKING_BACK,
                null,
                Marking.Undone.class,
                null,
                false,
                call -> marking.undo(call, mark));
    }
}
