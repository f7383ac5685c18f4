// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All mentions of one actor in one revision. */
public record ActorMention(String actor, @Nullable TargetSentiment sentiment, List<Evidence> evidence) {}
