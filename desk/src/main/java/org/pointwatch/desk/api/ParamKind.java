// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.time.DateTimeException;
import java.util.regex.Pattern;

/** What the values of a parameter look like. */
enum ParamKind {
    TIME("2025-11-20T14:00:00Z", "is no time: write 2025-11-20 or 2025-11-20T14:00:00Z") {
        @Override
        boolean fits(String value) {
            try {
                Span.time(value, false);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
    },
    TARGET(
            "point:army-cap",
            "is no target: use point:<id>, actor:<id>, pair:<point>|<actor>, plan:<dossier> or all, with /lang:<code> or /group:<name> behind it for a part") {
        @Override
        boolean fits(String value) {
            return TargetName.read(value) != null;
        }
    },
    ID("army-cap", "is no id: use small letters, digits and hyphens, such as army-cap") {
        @Override
        boolean fits(String value) {
            return SLUG.matcher(value).matches();
        }
    },
    LANGUAGE("uk", "is no language: use a code of ISO 639-1 such as uk, or none for an unknown one") {
        @Override
        boolean fits(String value) {
            return CODE.matcher(value).matches() || value.equals("none");
        }
    },
    LANGUAGES("uk", "is no language: use a code of ISO 639-1 such as uk, or none, or all but one as !uk") {
        @Override
        boolean fits(String value) {
            return LANGUAGE.fits(value.startsWith(BUT) ? value.substring(BUT.length()) : value);
        }
    },
    NAMES("one.example", "is no name: it must have 1 to 300 characters, with ! before it for all others") {
        @Override
        boolean fits(String value) {
            return NAME.fits(value.startsWith(BUT) ? value.substring(BUT.length()) : value);
        }
    },
    NAME("one.example", "is no name: it must have 1 to 300 characters") {
        @Override
        boolean fits(String value) {
            return storable(value, 300);
        }
    },
    ARTICLE("08dcdf5b9e0f9dc8f9a1", "is no article id: use one as it stands in rows, of 1 to 200 characters") {
        @Override
        boolean fits(String value) {
            return storable(value, 200);
        }
    },
    TEXT(
            "\"security guarantees\" -nato",
            "is no search: write words, \"a phrase\", or, and -word to leave out; 1 to 200 characters") {
        @Override
        boolean fits(String value) {
            return storable(value, 200) && !value.isBlank();
        }
    },
    COUNT("50", "is no number from 1 to 500") {
        @Override
        boolean fits(String value) {
            return value.matches("[1-9]\\d{0,2}") && Integer.parseInt(value) <= Asked.MOST_ROWS;
        }
    },
    CURSOR("WyIyMDI1LTExLTIwVDE0OjAwOjAwWiJd", "is no cursor: give back \"next\" of the answer before, as it stands") {
        @Override
        boolean fits(String value) {
            return Cursor.read(value) != null;
        }
    },
    WORD("", "") {
        @Override
        boolean fits(String value) {
            return true;
        }
    };

    /** Before a value: all but this. */
    static final String BUT = "!";

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final String example;
    private final String mend;

    ParamKind(String example, String mend) {
        this.example = example;
        this.mend = mend;
    }

    abstract boolean fits(String value);

    String example() {
        return example;
    }

    String mend() {
        return mend;
    }

    private static boolean storable(String value, int most) {
        return !value.isEmpty() && value.indexOf('\0') < 0 && value.codePointCount(0, value.length()) <= most;
    }
}
