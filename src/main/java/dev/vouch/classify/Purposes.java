package dev.vouch.classify;

import dev.vouch.classify.feature.Cue;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells what an act of advocacy is and what it is after, by the rules in {@code purposes.tsv}: the
 * first that is found decides. What no rule knows is a recommendation, and each kind has the aim
 * that is usual with it unless the words say otherwise.
 */
public final class Purposes {
  private static final List<Cue> RULES = Cue.ofResource(Purposes.class, "purposes.tsv");

  /** Kinds that are what they are for the sake of their aim, whatever else their words say. */
  private static final Set<ActKind> OF_ONE_AIM =
      Set.of(ActKind.DEFENCE, ActKind.REFERENCE_CALL, ActKind.INTRODUCTION);

  private Purposes() {}

  static List<Cue> rules() {
    return RULES;
  }

  /** The judgement with the purpose of these words, where they are an act of advocacy. */
  static Judgement named(Judgement judged, String words) {
    return judged.intent() == Intent.ADVOCACY ? judged.withPurpose(of(words)) : judged;
  }

  /** The purpose of an act of advocacy with these words of its author. */
  public static Purpose of(String words) {
    ActKind kind = first(ActKind.values(), ActKind::wire, words).orElse(ActKind.RECOMMENDATION);
    return new Purpose(kind, aim(kind, words));
  }

  /** The aim of an act whose kind is known. */
  public static Aim aim(ActKind kind, String words) {
    Aim usual = Purpose.of(kind).aim();
    return OF_ONE_AIM.contains(kind) ? usual : first(Aim.values(), Aim::wire, words).orElse(usual);
  }

  private static <E> Optional<E> first(E[] values, Function<E, String> wire, String words) {
    Map<String, E> wanted =
        Arrays.stream(values).collect(Collectors.toMap(wire, Function.identity()));
    String folded = Cue.fold(words);
    return RULES.stream()
        .filter(rule -> wanted.containsKey(rule.label()) && rule.isIn(folded))
        .map(rule -> wanted.get(rule.label()))
        .findFirst();
  }
}
