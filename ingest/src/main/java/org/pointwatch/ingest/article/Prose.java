// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the article's own text among those of its element: without what stands before the first paragraph (title,
 * byline, time) and behind the last one (tags, offers, further reading), and without invitations in between.
 */
final class Prose {
    private static final int STUMP = 40;

    private Prose() {}

    static List<Block> of(List<Block> all, String title) {
        var kept = new ArrayList<Block>();
        for (var block : all) {
            if (!block.mostlyLinks() && !Invitations.isOne(block.text()) && !same(block.text(), title)) {
                kept.add(block);
            }
        }
        return withoutStrayHeadings(between(ended(kept)));
    }

    /** Cut before a heading such as "Related stories", unless most of the prose is still to come. */
    private static List<Block> ended(List<Block> blocks) {
        var total = blocks.stream().mapToInt(Block::prose).sum();
        var before = 0;
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (block.prose() == 0 && 2 * before > total && Invitations.endsText(block.text())) {
                return blocks.subList(0, i);
            }
            before += block.prose();
        }
        return blocks;
    }

    /** From the first paragraph to the last one, and on as long as lines stand beside it; all if most is no paragraph. */
    private static List<Block> between(List<Block> blocks) {
        var first = 0;
        while (first < blocks.size() && !begins(blocks.get(first))) {
            first++;
        }
        if (first == blocks.size() || chars(blocks.subList(0, first)) > chars(blocks.subList(first, blocks.size()))) {
            return blocks;
        }
        var last = blocks.size() - 1;
        while (last > first && blocks.get(last).prose() == 0) {
            last--;
        }
        var container = blocks.get(last).container();
        var end = blocks.size();
        while (end > last + 1 && !follows(blocks.get(end - 1), container)) {
            end--;
        }
        return blocks.subList(first, end);
    }

    private static int chars(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::chars).sum();
    }

    private static boolean begins(Block block) {
        return block.prose() > 0 && !(block.prose() < STUMP && !block.sentence());
    }

    private static boolean follows(Block block, @Nullable Element container) {
        return !block.heading()
                && block.linked() == 0
                && (block.sentence() || block.item() || Objects.equals(block.container(), container));
    }

    /** A heading says what follows; one before another of its rank, or before nothing, says nothing. */
    private static List<Block> withoutStrayHeadings(List<Block> blocks) {
        var kept = new ArrayList<Block>();
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            if (!block.heading() || next != null && !(next.heading() && next.level() <= block.level())) {
                kept.add(block);
            }
        }
        return kept;
    }

    static boolean same(String line, String title) {
        return !title.isEmpty()
                && line.length() < 2 * title.length() + 10
                && Invitations.plain(line).equals(Invitations.plain(title));
    }
}
