// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import java.util.stream.Collectors;

/** What keeps a rule from matching a stretch of text; {@code toString} tells it to people. */
public sealed interface Lack {
    /** None of these occurs. */
    record Absent(List<String> anyOf) implements Lack {
        private static final int SHOWN = 8;

        @Override
        public String toString() {
            if (anyOf.size() == 1) {
                return anyOf.get(0) + " does not occur";
            }
            var shown = anyOf.stream().limit(SHOWN).collect(Collectors.joining(", "));
            var more = anyOf.size() > SHOWN ? " and " + (anyOf.size() - SHOWN) + " more" : "";
            return "none of these occurs: " + shown + more;
        }
    }

    /** The word is there, with other capitals than asked for. */
    record Capitals(String asked, String written) implements Lack {
        @Override
        public String toString() {
            return asked + " asks for other capitals than \"" + written + "\" has";
        }
    }

    /** @param missing words of the phrase that do not occur; empty if they only stand apart or in another order */
    record Broken(String phrase, List<String> missing) implements Lack {
        @Override
        public String toString() {
            return missing.isEmpty()
                    ? "the words of " + phrase + " do not stand side by side"
                    : phrase + " is there in part: " + String.join(", ", missing) + " does not occur";
        }
    }

    /** @param between words between the nearest two */
    record TooFar(String left, String right, int between, int allowed) implements Lack {
        @Override
        public String toString() {
            return "\"%s\" and \"%s\" are %d words apart, at most %d are allowed"
                    .formatted(left, right, between, allowed);
        }
    }

    record WrongOrder(String first, String second) implements Lack {
        @Override
        public String toString() {
            return "in the wrong order: \"%s\" must stand before \"%s\"".formatted(first, second);
        }
    }

    /** Both sides of a NEAR are found in the same words only. */
    record Overlap(String words) implements Lack {
        @Override
        public String toString() {
            return "\"" + words + "\" is all there is for both sides of a NEAR";
        }
    }

    record Forbidden(String words) implements Lack {
        @Override
        public String toString() {
            return "forbidden: \"" + words + "\"";
        }
    }

    /** Numbers occur, none of them fits. */
    record OtherNumber(List<String> numbers, String asked) implements Lack {
        @Override
        public String toString() {
            return (numbers.size() == 1 ? "number " : "numbers ")
                    + String.join(", ", numbers)
                    + (numbers.size() == 1 ? " is outside " : " are outside ")
                    + asked;
        }
    }

    /** The number fits, what it counts does not. */
    record OtherUnit(String number, String asked) implements Lack {
        @Override
        public String toString() {
            return number + " is of another unit than " + asked;
        }
    }

    record TooFew(String part, int found, int asked) implements Lack {
        @Override
        public String toString() {
            return "%s occurs %s, %d are asked for".formatted(part, found == 1 ? "once" : found + " times", asked);
        }
    }

    record NotInTitle(String words) implements Lack {
        @Override
        public String toString() {
            return "not in the title: \"" + words + "\"";
        }
    }

    /**
     * In no one sentence or paragraph is all that must stand in one.
     *
     * @param unit {@code sentence} or {@code paragraph}
     * @param nearest the one that has most of it
     */
    record NotTogether(String unit, Sentence nearest, List<Lack> lacks) implements Lack {
        @Override
        public String toString() {
            var what = lacks.stream().map(Lack::toString).collect(Collectors.joining("; "));
            return "in the nearest %s (\"%s\"): %s".formatted(unit, nearest.text(), what);
        }
    }
}
