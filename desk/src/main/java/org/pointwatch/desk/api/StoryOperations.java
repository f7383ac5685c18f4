// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.List;
import org.pointwatch.desk.view.StoryCard;

/** What can be asked about one story, and about one article. */
final class StoryOperations {
    private static final String STORY = Api.PREFIX + "stories/{id}";

    private StoryOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.list(
                        STORY,
                        "The story of an article, whole; as CSV its articles.",
                        Params.whole(),
                        StoryAnswer.class,
                        StoryCard.Member.class,
                        StoryAnswer::of),
                Operation.list(
                        STORY + "/cuts",
                        "How many sentences each copy and update of the story kept, changed, cut and added.",
                        Params.whole(),
                        CutsAnswer.class,
                        CutsAnswer.Row.class,
                        CutsAnswer::of),
                Operation.list(
                        STORY + "/headlines",
                        "Under which headlines the story is carried, the original's first.",
                        Params.whole(),
                        HeadlinesAnswer.class,
                        HeadlinesAnswer.Row.class,
                        HeadlinesAnswer::of),
                Operation.list(
                        STORY + "/hours",
                        "Which outlet carried the story in which hour.",
                        Params.whole(),
                        CarriedAnswer.class,
                        CarriedAnswer.Row.class,
                        CarriedAnswer::of),
                Operation.get(
                        STORY + "/diff",
                        "What one copy or update of the story changed, sentence by sentence and word by word.",
                        List.of(Param.one(
                                "article", ParamKind.ARTICLE, "Which of the story's articles; must be given.")),
                        DiffAnswer.class,
                        DiffAnswer::of),
                Operation.list(
                        Api.PREFIX + "articles/{id}",
                        "One article with the words of it that are kept and all that was found in them; as CSV its marks.",
                        Params.whole(),
                        ArticleAnswer.class,
                        ArticleAnswer.Mark.class,
                        ArticleAnswer::of));
    }
}
