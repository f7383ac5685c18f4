// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.List;

/** What every family draws on. */
record Supplies(Outlets outlets, Fillers fillers, List<String> headlines) {
    static Supplies of(List<Report> reports, Outlets outlets) {
        var headlines = reports.stream().map(report -> report.draft().title()).toList();
        return new Supplies(outlets, Fillers.load(), headlines);
    }

    /** The furniture of the outlet, with other reports' headlines in it. */
    Change furniture(String outlet) {
        return outlets.furniture(outlet).around(headlines);
    }
}
