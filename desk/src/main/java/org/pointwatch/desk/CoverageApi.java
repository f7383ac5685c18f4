// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import org.eclipse.jetty.server.Request;
import org.pointwatch.desk.api.CoverageAnswer;
import org.pointwatch.desk.view.View;

/** {@code /api/coverage}: the counts of a range of event time; the shape is told in the module's README and in OpenAPI. */
final class CoverageApi implements Router.Answer {
    private final View view;

    CoverageApi(View view) {
        this.view = view;
    }

    @Override
    public Reply to(Request request) {
        var question = Question.of(request);
        var range = question.range();
        var targets = question.targets();
        var table = targets.isEmpty() ? view.table(range) : view.table(range, targets);
        return Reply.json(200, CoverageAnswer.of(range, table));
    }
}
