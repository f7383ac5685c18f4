// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Links kept in sorted maps. */
final class InMemoryLinks implements StoryLinks {
    private static final Comparator<Member> BY_TIME =
            Comparator.comparing(Member::time).thenComparing(Member::article);

    private final Map<String, Set<String>> followers = new TreeMap<>();
    private final Map<String, Set<String>> attached = new TreeMap<>();
    private final Map<String, TreeSet<Member>> members = new TreeMap<>();

    @Override
    public void addFollower(String article, String follower) {
        followers.computeIfAbsent(article, a -> new TreeSet<>()).add(follower);
    }

    @Override
    public List<String> followers(String article) {
        var all = new TreeSet<>(followers.getOrDefault(article, Set.of()));
        members.forEach((key, of) -> {
            if (key.startsWith(article + "|")) {
                of.forEach(member -> all.add(member.article()));
            }
        });
        return List.copyOf(all);
    }

    @Override
    public void addAttached(String article, String other) {
        attached.computeIfAbsent(article, a -> new TreeSet<>()).add(other);
    }

    @Override
    public List<String> attached(String article) {
        return List.copyOf(attached.getOrDefault(article, Set.of()));
    }

    @Override
    public void addMember(String original, String outlet, Member member) {
        of(original, outlet).add(member);
    }

    @Override
    public void removeMember(String original, String outlet, Member member) {
        of(original, outlet).remove(member);
    }

    @Override
    public List<Member> firstTwo(String original, String outlet) {
        return of(original, outlet).stream().limit(2).toList();
    }

    /** Every member of an outlet, earliest first. */
    List<String> members(String original, String outlet) {
        return of(original, outlet).stream().map(Member::article).toList();
    }

    private TreeSet<Member> of(String original, String outlet) {
        return members.computeIfAbsent(original + "|" + outlet, k -> new TreeSet<>(BY_TIME));
    }
}
