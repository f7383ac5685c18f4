// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter of a route.
 *
 * @param many whether it may be given more than once
 * @param words what it may be, where that can be listed; empty for any value of its kind
 * @param byDefault what holds where it is left out, null if nothing does
 */
record Param(
        String name, ParamKind kind, boolean many, String meaning, List<String> words, @Nullable String byDefault) {
    static final int MOST_VALUES = 200;

    static Param one(String name, ParamKind kind, String meaning) {
        return new Param(name, kind, false, meaning, List.of(), null);
    }

    static Param many(String name, ParamKind kind, String meaning) {
        return new Param(name, kind, true, meaning, List.of(), null);
    }

    static Param word(String name, String byDefault, String meaning, String... words) {
        return new Param(name, ParamKind.WORD, false, meaning, List.of(words), byDefault);
    }

    static Param words(String name, String meaning, List<String> words) {
        return new Param(name, ParamKind.WORD, true, meaning, List.copyOf(words), null);
    }

    /** @throws Refusal naming the parameter, the value and what would do */
    void check(List<String> given) {
        if (given.size() > 1 && !many) {
            throw Refusal.bad(name + " is given " + given.size() + " times: give it once");
        }
        if (given.size() > MOST_VALUES) {
            throw Refusal.bad(given.size() + " values of " + name + ": ask for at most " + MOST_VALUES);
        }
        for (var value : given) {
            var wrong = kind == ParamKind.WORD ? !words.contains(value) : !kind.fits(value);
            if (wrong) {
                throw Refusal.bad(
                        name + "=" + Shown.of(value) + " " + (kind == ParamKind.WORD ? listed() : kind.mend()));
            }
        }
    }

    private String listed() {
        return "is unknown: use one of " + String.join(", ", words);
    }
}
