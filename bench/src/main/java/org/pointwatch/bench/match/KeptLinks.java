// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pointwatch.domain.story.StoryLinks;

/** Links in maps. */
final class KeptLinks implements StoryLinks {
    private static final Comparator<Member> BY_TIME =
            Comparator.comparing(Member::time).thenComparing(Member::article);

    private final Map<String, Set<String>> followers = new HashMap<>();
    private final Map<String, Set<String>> attached = new HashMap<>();
    private final Map<String, Map<String, TreeSet<Member>>> members = new HashMap<>();

    @Override
    public void addFollower(String article, String follower) {
        followers.computeIfAbsent(article, a -> new TreeSet<>()).add(follower);
    }

    @Override
    public List<String> followers(String article) {
        var all = new TreeSet<>(followers.getOrDefault(article, Set.of()));
        members.getOrDefault(article, Map.of()).values().forEach(of -> of.forEach(m -> all.add(m.article())));
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

    private TreeSet<Member> of(String original, String outlet) {
        return members.computeIfAbsent(original, o -> new TreeMap<>())
                .computeIfAbsent(outlet, o -> new TreeSet<>(BY_TIME));
    }
}
