#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Draws the topology, as the snapshot test describes it, into README.md and docs/architecture.md, between the markers.
# Usage: docs/topology-picture.sh [--check]     --check changes nothing, and fails if a picture is stale
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
description=streams/src/test/resources/monitoring-topology.txt
pages=(README.md docs/architecture.md)

# Steps that only wrap, merge or route values are left out, the arrows go through them.
glue='^(as|with|where)-|-repartition-filter$|^(story|message|request|request-onward|finding|text|delta|stated|stood|deadline)$'

picture() {
  awk -v glue="$glue" '
    function topic_id(t) { gsub(/[^a-zA-Z0-9]/, "_", t); return "t_" t }
    function label(t) { sub(/^pointwatch-/, "", t); sub(/-repartition$/, "", t); return t }
    function node(n) { gsub(/[^a-zA-Z0-9]/, "_", n); return "p_" n }
    function edge(a, b) { if (!((a, b) in drawn)) { drawn[a, b] = 1; edges[++edge_count] = "  " a " --> " b } }
    function use_topic(t) { if (!(t in topic_seen)) { topic_seen[t] = 1; topics[++topic_count] = t } }
    # Everything visible that is reached from n, through glue.
    function reach(from, n,    i, next_count, nexts) {
      next_count = split(after[n], nexts, ", ")
      for (i = 1; i <= next_count; i++) {
        if (nexts[i] == "none" || nexts[i] == "") continue
        if (kind[nexts[i]] == "sink") { use_topic(target[nexts[i]]); edge(from, topic_id(target[nexts[i]])) }
        else if (kind[nexts[i]] == "glue") reach(from, nexts[i])
        else edge(from, node(nexts[i]))
      }
    }
    /Sub-topology:/ { sub_id = $2 + 0; global = /global store/; if (sub_id + 1 > subs) subs = sub_id + 1; is_global[sub_id] = global }
    /Source:|Processor:|Sink:/ {
      current = $2; order[++count] = current; in_sub[current] = sub_id
      inside = $0; sub(/^[^(]*\(/, "", inside); sub(/\)$/, "", inside); sub(/^[a-z]+: /, "", inside); gsub(/[][]/, "", inside)
      if ($1 == "Source:") { kind[current] = "source"; source_topics[current] = inside }
      else if ($1 == "Sink:") { kind[current] = "sink"; target[current] = inside }
      else { kind[current] = current ~ glue ? "glue" : "step"; stores[current] = inside }
    }
    /^ *-->/ { line = $0; sub(/^ *--> /, "", line); after[current] = line }
    END {
      print "flowchart TD"
      for (s = 0; s < subs; s++) {
        if (is_global[s]) continue
        print "  subgraph s" s "[\" \"]"
        for (i = 1; i <= count; i++) {
          n = order[i]
          if (in_sub[n] != s || kind[n] != "step") continue
          text = n; kept = stores[n]; gsub(/, /, "<br/>", kept)
          if (kept != "") text = text "<br/><i>" kept "</i>"
          print "    " node(n) "[\"" text "\"]"
        }
        print "  end"
      }
      for (i = 1; i <= count; i++) {
        n = order[i]
        if (kind[n] == "source") {
          m = split(source_topics[n], list, ", ")
          for (j = 1; j <= m; j++) {
            use_topic(list[j])
            if (is_global[in_sub[n]]) edge(topic_id(list[j]), "everywhere")
            else reach(topic_id(list[j]), n)
          }
        } else if (kind[n] == "step" && !is_global[in_sub[n]]) reach(node(n), n)
      }
      print "  everywhere[\"read whole by every instance\"]"
      for (i = 1; i <= topic_count; i++) print "  " topic_id(topics[i]) (topics[i] ~ /^pointwatch-/ ? "([\"" label(topics[i]) "\"])" : "{{\"" label(topics[i]) "\"}}")
      for (i = 1; i <= edge_count; i++) print edges[i]
    }' "$description"
}

# The page with the picture between its markers.
redrawn() {
  PICTURE=$(picture) awk '
    /<!-- topology:begin/ { print; print "```mermaid"; print ENVIRON["PICTURE"]; print "```"; inside = 1; next }
    /<!-- topology:end/ { inside = 0 }
    !inside' "$1"
}

stale=0
for page in "${pages[@]}"; do
  grep -q '<!-- topology:begin' "$page" || { echo "$page: no marker <!-- topology:begin -->" >&2; exit 1; }
  if [ "${1:-}" = --check ]; then
    if ! redrawn "$page" | cmp -s - "$page"; then
      echo "$page: the picture is older than $description: run docs/topology-picture.sh" >&2
      stale=1
    fi
  else
    redrawn "$page" >"$page.new"
    mv "$page.new" "$page"
  fi
done
exit $stale
