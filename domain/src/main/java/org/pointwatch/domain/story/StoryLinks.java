// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.List;

/** Who listens to an article and who belongs to it; kept outside its state, which must stay small. */
public interface StoryLinks {
    /** A member of a story. */
    record Member(Instant time, String article) {}

    void addFollower(String article, String follower);

    /** Everyone who follows, all members included. */
    List<String> followers(String article);

    void addAttached(String article, String attached);

    List<String> attached(String article);

    void addMember(String original, String outlet, Member member);

    void removeMember(String original, String outlet, Member member);

    /** The earliest two members of an outlet, by (time, article). */
    List<Member> firstTwo(String original, String outlet);
}
