// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.models.ModelException;
import org.pointwatch.models.ModelSettings;
import org.pointwatch.models.ModelSettings.TargetPlace;

import static org.pointwatch.models.ModelSettings.FORM_KEY;
import static org.pointwatch.models.ModelSettings.PLACE_KEY;
import static org.pointwatch.models.ModelSettings.TARGET;

/** How a model is told what the sentiment is to be toward. */
final class Framing {
    private static final int LONGEST_FORM = 200;

    private final TargetPlace place;
    private final String head;
    private final String tail;
    private final Marks marks;

    /** @param second text beside the first; null if there is none */
    record Framed(String first, @Nullable String second) {}

    private Framing(TargetPlace place, String head, String tail, Marks marks) {
        this.place = place;
        this.head = head;
        this.tail = tail;
        this.marks = marks;
    }

    /** @param special tokens of the tokenizer */
    static Framing of(ModelSettings settings, List<String> special) {
        var form = settings.form();
        check(settings.place(), form);
        var at = form.indexOf(TARGET);
        var head = form.substring(0, Math.max(0, at));
        var tail = at < 0 ? "" : form.substring(at + TARGET.length());
        var marks = new ArrayList<>(special);
        if (settings.place() == TargetPlace.MARKED) {
            marks.add(head);
            marks.add(tail);
        }
        return new Framing(settings.place(), head, tail, new Marks(marks));
    }

    private static void check(TargetPlace place, String form) {
        var at = form.indexOf(TARGET);
        var sound = form.isEmpty() || at >= 0 && at == form.lastIndexOf(TARGET) && form.length() <= LONGEST_FORM;
        if (!sound) {
            throw new ModelException(
                    FORM_KEY,
                    "'" + form + "' must hold " + TARGET + " once, and no more than " + LONGEST_FORM + " characters");
        }
        if (place == TargetPlace.MARKED && form.length() <= TARGET.length()) {
            throw new ModelException(
                    FORM_KEY,
                    "with " + PLACE_KEY + "=marked it must give the marks that the model was trained with, such as [T] "
                            + TARGET + " [/T]");
        }
        if (place == TargetPlace.SENTENCE && !form.isEmpty()) {
            throw new ModelException(
                    FORM_KEY, "with " + PLACE_KEY + "=sentence the target is not given to the model: leave it out");
        }
    }

    Framed frame(Excerpt excerpt) {
        return switch (place) {
            case PAIR -> new Framed(marks.defuse(excerpt.text()), head + marks.defuse(excerpt.target()) + tail);
            case MARKED ->
                new Framed(
                        marks.defuse(excerpt.before())
                                + head
                                + marks.defuse(excerpt.target())
                                + tail
                                + marks.defuse(excerpt.after()),
                        null);
            case SENTENCE -> new Framed(marks.defuse(excerpt.text()), null);
        };
    }
}
