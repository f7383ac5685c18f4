// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

/** A target and what stands around it, cut to a size, made of whole characters. */
record Excerpt(String before, String target, String after) {
    /** As far as a cut gives way to the next blank; a word longer than this is cut. */
    private static final int LONG_WORD = 24;

    /**
     * @param first offset of the sentence
     * @param end of the sentence, exclusive
     * @param start of the target, which is in the sentence and not empty
     * @param stop of the target, exclusive
     * @param room in UTF-16 units; a target takes half of it at most, and what one side does not need goes to the other
     */
    static Excerpt around(String text, int first, int end, int start, int stop, int room) {
        var last = cutTarget(text, start, Math.min(stop, start + Math.max(1, room / 2)));
        var spare = Math.max(0, room - (last - start));
        var left = Math.min(start - first, Math.max(spare / 2, spare - (end - last)));
        var right = Math.min(end - last, spare - left);
        var from = start - left == first ? first : beginning(text, start - left, start);
        var to = last + right == end ? end : ending(text, last, last + right);
        return new Excerpt(
                whole(text.substring(from, start)),
                whole(text.substring(start, last)),
                whole(text.substring(last, to)));
    }

    /** All of it. */
    String text() {
        return before + target + after;
    }

    /** Parts no pair of surrogates, and leaves one character. */
    private static int cutTarget(String text, int start, int end) {
        if (end == text.length() || !Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end))) {
            return end;
        }
        return end - 1 > start ? end - 1 : end + 1;
    }

    private static int beginning(String text, int from, int start) {
        for (var at = from - 1; at < Math.min(start, from + LONG_WORD); at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at + 1;
            }
        }
        return from < start && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static int ending(String text, int end, int to) {
        for (var at = to; at > Math.max(end, to - LONG_WORD); at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return to > end && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
    }

    /** A surrogate without its other half cannot be told to a tokenizer: it becomes U+FFFD. */
    private static String whole(String text) {
        StringBuilder mended = null;
        for (var i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                i++;
                continue;
            }
            mended = mended == null ? new StringBuilder(text) : mended;
            mended.setCharAt(i, '\uFFFD');
        }
        return mended == null ? text : mended.toString();
    }
}
