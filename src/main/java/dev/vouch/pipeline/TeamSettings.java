package dev.vouch.pipeline;

import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.Products;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeRules;
import dev.vouch.nudge.etiquette.Etiquette;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one workspace has set.
 *
 * @param mode how much Vouch does by itself
 * @param approver who sees nudges first in mode "approve first"; null: the account's owner alone
 * @param owner who gets nudges about accounts that nobody owns; null: nobody
 * @param digests channels that get a digest, by channel id
 * @param sources bots (by their id) whose messages are read as mentions: listening tools
 * @param staff people named by hand as staff (true) or not staff (false), by Slack id
 * @param products by which names our products go, and those of competitors
 * @param mostMarquee how many accounts may be marquee
 * @param etiquette when to be quiet
 */
public record TeamSettings(
    Mode mode,
    @Nullable String approver,
    @Nullable String owner,
    NudgeRules rules,
    Map<String, DigestChannel> digests,
    Set<String> sources,
    Map<String, Boolean> staff,
    Products products,
    int mostMarquee,
    Etiquette etiquette) {

  /** So many people can have our executives' own time. */
  public static final int MOST_MARQUEE = 25;

  public static final TeamSettings DEFAULT =
      new TeamSettings(
          Mode.APPROVE_FIRST,
          null,
          null,
          NudgeRules.DEFAULT,
          Map.of(),
          Set.of(),
          Map.of(),
          Products.UNKNOWN,
          MOST_MARQUEE,
          Etiquette.USUAL);

  public TeamSettings {
    digests = Map.copyOf(digests);
    sources = Set.copyOf(sources);
    staff = Map.copyOf(staff);
  }

  /** Who sees a nudge before whoever it is for; empty where nobody has to. */
  public Optional<String> approverOf(Nudge nudge) {
    boolean decidesAlone =
        mode != Mode.APPROVE_FIRST
            || nudge.kind().isQuiet()
            || nudge.kind().isUrgent()
            || nudge.answeredBy() != null
            || nudge.to().equals(approver);
    return decidesAlone ? Optional.empty() : Optional.ofNullable(approver);
  }

  public TeamSettings withMode(Mode newMode) {
    return new TeamSettings(
        newMode, approver, owner, rules, digests, sources, staff, products, mostMarquee, etiquette);
  }

  public TeamSettings withApprover(@Nullable String person) {
    return new TeamSettings(
        mode, person, owner, rules, digests, sources, staff, products, mostMarquee, etiquette);
  }

  public TeamSettings withOwner(@Nullable String person) {
    return new TeamSettings(
        mode, approver, person, rules, digests, sources, staff, products, mostMarquee, etiquette);
  }

  public TeamSettings withRules(NudgeRules newRules) {
    return new TeamSettings(
        mode, approver, owner, newRules, digests, sources, staff, products, mostMarquee, etiquette);
  }

  /** The same with another share of people, 0 to 1, who get no nudge of a kind for a quarter. */
  public TeamSettings withHeldOut(double share) {
    return withRules(rules.withSwitches(rules.switches().withHeldOut(share)));
  }

  public TeamSettings withDigest(DigestChannel digest) {
    Map<String, DigestChannel> more = new TreeMap<>(digests);
    more.put(digest.channel(), digest);
    return new TeamSettings(
        mode, approver, owner, rules, more, sources, staff, products, mostMarquee, etiquette);
  }

  public TeamSettings withoutDigest(String channel) {
    Map<String, DigestChannel> fewer = new TreeMap<>(digests);
    fewer.remove(channel);
    return new TeamSettings(
        mode, approver, owner, rules, fewer, sources, staff, products, mostMarquee, etiquette);
  }

  public TeamSettings withSource(String bot, boolean listen) {
    Set<String> bots = new TreeSet<>(sources);
    if (listen) {
      bots.add(bot);
    } else {
      bots.remove(bot);
    }
    return new TeamSettings(
        mode, approver, owner, rules, digests, bots, staff, products, mostMarquee, etiquette);
  }

  /** Names a person as staff or not; null goes back to what Slack says. */
  public TeamSettings withStaff(String person, @Nullable Boolean isStaff) {
    Map<String, Boolean> named = new TreeMap<>(staff);
    if (isStaff == null) {
      named.remove(person);
    } else {
      named.put(person, isStaff);
    }
    return new TeamSettings(
        mode, approver, owner, rules, digests, sources, named, products, mostMarquee, etiquette);
  }

  public TeamSettings withProducts(Products names) {
    return new TeamSettings(
        mode, approver, owner, rules, digests, sources, staff, names, mostMarquee, etiquette);
  }

  public TeamSettings withMostMarquee(int most) {
    return new TeamSettings(
        mode, approver, owner, rules, digests, sources, staff, products, most, etiquette);
  }

  public TeamSettings withEtiquette(Etiquette manners) {
    return new TeamSettings(
        mode, approver, owner, rules, digests, sources, staff, products, mostMarquee, manners);
  }

  /** All digest channels, by channel id. */
  public List<DigestChannel> digestChannels() {
    return List.copyOf(new TreeMap<>(digests).values());
  }
}
