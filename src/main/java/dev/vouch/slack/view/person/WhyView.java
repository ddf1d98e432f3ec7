package dev.vouch.slack.view.person;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Decay;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Provenance;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.Weighed;
import dev.vouch.advocate.pattern.Finding;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.mention.Aim;
import dev.vouch.mention.ContextReason;
import dev.vouch.nudge.Nudge;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.nudge.NudgeWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is shown or sent about a person, fact by fact: where it stands, by which rule,
 * since when.
 */
public final class WhyView {
  private static final Pattern PERSON = Pattern.compile("<@([A-Z0-9]{1,40})>");
  private static final int MOST_ACTS = 5;
  private static final int MOST_HEARD = 8;
  private static final int MOST_NUDGES = 5;

  private WhyView() {}

  /**
   * What is known of a person.
   *
   * @param accountName name of the account they belong to, if any
   * @param nudges about them, newest first
   * @param drive what seems to drive their acts; null where there is none
   */
  public record Facts(
      Contact person,
      @Nullable String accountName,
      Evidence evidence,
      List<Nudge> nudges,
      Instant now,
      @Nullable Drive drive) {
    public Facts {
      nudges = List.copyOf(nudges);
    }

    /** Where each act and mention can be read, by its id. */
    private Map<String, String> permalinks() {
      Map<String, String> links = new HashMap<>();
      evidence.heard().forEach(one -> links.put(one.mention().toString(), one.permalink()));
      evidence.acts().forEach(one -> links.put(one.mention().toString(), one.permalink()));
      return links;
    }
  }

  /**
   * What seems to drive somebody's acts.
   *
   * @param ruling what one of us decided about it, if anybody has
   * @param needsAHuman whether somebody is asked to decide
   */
  public record Drive(Finding finding, @Nullable Ruling ruling, boolean needsAHuman) {}

  /**
   * @param names the name of a member of staff by Slack id
   */
  public static Rendering of(Facts facts, UnaryOperator<String> names) {
    Contact person = facts.person();
    Evidence evidence = facts.evidence();
    List<Weighed> acts = evidence.weighed(facts.now());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.section("*Why Vouch says what it says about %s*".formatted(Lines.name(person.name()))));
    blocks.add(Kit.section(link(person.link(), facts.accountName(), names)));
    blocks.addAll(StandingLines.why(evidence, facts.now()));
    blocks.addAll(
        Kit.said(
            "Acts of advocacy",
            acts,
            Kit.Cap.of(MOST_ACTS),
            one -> new Kit.Said(act(one, names), one.act().mention(), one.act().person())));
    blocks.addAll(weight(acts));
    blocks.addAll(
        Kit.said(
            "Latest mentions",
            evidence.heard(),
            Kit.Cap.of(MOST_HEARD),
            heard -> new Kit.Said(heard(heard, names), heard.mention(), heard.person())));
    Drive drive = facts.drive();
    if (drive != null) {
      blocks.addAll(DriveLines.of(drive, person.id(), facts.permalinks(), names));
    }
    blocks.add(Kit.section(reach(person.reach())));
    blocks.addAll(
        Kit.list(
            "Nudges",
            folded(facts.nudges()),
            Kit.Cap.of(MOST_NUDGES),
            same -> same.size() == 1 ? nudge(same.get(0), names) : nothing(same)));
    blocks.add(
        Kit.context(
            "Wrong label? Press *Correct* behind it: it counts at once, and is learnt from."));
    return new Rendering(
        "Why Vouch says what it says about " + Lines.plainName(person.name()), blocks);
  }

  private static String link(
      @Nullable AccountLink link, @Nullable String accountName, UnaryOperator<String> names) {
    if (link == null) {
      return "*Account:* none. Rule: no connected workspace, e-mail domain or command names one.";
    }
    return "*Account:* %s, since %s\nRule: %s"
        .formatted(
            Lines.name(accountName == null ? link.account() : accountName),
            Mrkdwn.date(link.at()),
            Mrkdwn.words(named(link.rule(), names), 200));
  }

  /** Rules name our own people by reference; a name says the same and pings nobody. */
  private static String named(String rule, UnaryOperator<String> names) {
    return PERSON
        .matcher(rule)
        .replaceAll(found -> Matcher.quoteReplacement(names.apply(found.group(1))));
  }

  private static List<LayoutBlock> weight(List<Weighed> acts) {
    return acts.isEmpty()
        ? List.of()
        : List.of(
            Kit.section(
                "*Weight of all acts:* %s, the sum of what each still weighs. What it rests on:"
                        .formatted(WhoView.weight(acts))
                    + " `/vouch metric weight`."));
  }

  private static String act(Weighed weighed, UnaryOperator<String> names) {
    AdvocacyAct act = weighed.act();
    String rule =
        act.savedBy() == null
            ? "recognised with confidence %s".formatted(Lines.percent(act.confidence()))
            : "saved by hand by %s".formatted(Lines.name(names.apply(act.savedBy())));
    Provenance.Ruling prompted = weighed.prompted();
    return "%s\nAim: that others %s\nProvenance: %s, because %s\nWeight: %s\nRule: %s"
        .formatted(
            Lines.act(act),
            aim(act.aim()),
            prompted.provenance().wire(),
            prompted.reason(),
            weight(weighed),
            rule);
  }

  private static String weight(Weighed weighed) {
    String passing = Decay.isFleeting(weighed.act().drivers()) ? ", as its drivers pass" : "";
    String pattern =
        weighed.confirmed()
            ? "; a quarter of that, because one of us confirmed that rewards drive them"
            : "";
    return String.format(
        Locale.ROOT,
        "%.2f of a fresh organic act; it began at %.1f and halves every %d days%s%s",
        weighed.weight(),
        Decay.start(weighed.countsAs()),
        weighed.halfLife().toDays(),
        passing,
        tie(weighed) + pattern);
  }

  private static String tie(Weighed weighed) {
    if (!weighed.tied()) {
      return "";
    }
    return weighed.hidesATie()
        ? "; as if rewarded, because a tie bears on it, and half of that, because it does not say so"
        : "; as if rewarded, because a tie bears on it, which it says";
  }

  private static String aim(Aim aim) {
    return switch (aim) {
      case LEARN -> "look into it";
      case TRY -> "give it a try";
      case BUY -> "choose it";
      case VOUCH -> "speak with people who know it";
      case DEFEND -> "stop criticising it";
    };
  }

  private static String heard(Heard heard, UnaryOperator<String> names) {
    String line =
        "*%s* · %s"
            .formatted(
                Lines.sentence(Lines.label(heard.intent())),
                Lines.said(heard.mention().at(), heard.permalink()));
    return Lines.withQuotes(line, heard.evidence()) + "\nRule: " + rule(heard, names);
  }

  private static String rule(Heard heard, UnaryOperator<String> names) {
    if (heard.correctedBy() != null) {
      return "label set by hand by %s".formatted(Lines.name(names.apply(heard.correctedBy())));
    }
    String unsure = heard.abstained() ? ", too unsure to count" : "";
    String promoted =
        heard.competitor()
            ? "; it speaks up for another product instead of ours, so it is no act of advocacy for us"
            : "";
    ContextReason reason = heard.place().reason();
    String context = reason == null ? "" : "; read in context, because " + reason.words();
    return "%s, %s sure%s%s%s"
        .formatted(
            Mrkdwn.words(model(heard.rule()), 80),
            Lines.percent(heard.confidence()),
            unsure,
            context,
            promoted);
  }

  /** Judgements name their model and its version with a space between. */
  private static String model(String rule) {
    int taught = rule.indexOf(" + ");
    if (taught > 0) {
      return "%s, taught here: version %s"
          .formatted(model(rule.substring(0, taught)), rule.substring(rule.lastIndexOf(' ') + 1));
    }
    int end = rule.lastIndexOf(' ');
    return end < 0
        ? "model " + rule
        : "model %s, version %s".formatted(rule.substring(0, end), rule.substring(end + 1));
  }

  private static String reach(Reach reach) {
    return "*Reach:* %s and %s received, %s and %s given.%s It moves advocacy by nothing."
        .formatted(
            Lines.count(reach.reactionsReceived(), "reaction"),
            Lines.count(reach.sharesReceived(), "share"),
            Lines.count(reach.reactionsGiven(), "reaction"),
            Lines.count(reach.sharesGiven(), "share"),
            seconds(reach));
  }

  private static String seconds(Reach reach) {
    return reach.secondsReceived() + reach.secondsGiven() == 0
        ? ""
        : " Acts were seconded %s, others' acts %s."
            .formatted(times(reach.secondsReceived()), times(reach.secondsGiven()));
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  /** Each nudge by itself, but those that came to nothing for one reason together. */
  private static List<List<Nudge>> folded(List<Nudge> nudges) {
    return List.copyOf(
        nudges.stream()
            .collect(Collectors.groupingBy(WhyView::fate, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private static String fate(Nudge nudge) {
    return nudge.state() == Nudge.State.NOTHING ? "nothing: " + nudge.reason() : nudge.id();
  }

  /** Nudges that came to nothing for the same reason, newest first. */
  private static String nothing(List<Nudge> same) {
    Nudge latest = same.get(0);
    return "*%s came to nothing* · latest %s\nRule: %s"
        .formatted(
            Lines.count(same.size(), "nudge"),
            Lines.said(latest.at(), latest.permalink()),
            Mrkdwn.words(latest.reason(), 300));
  }

  private static String nudge(Nudge nudge, UnaryOperator<String> names) {
    String note = nudge.note() == null ? "" : "\n" + Mrkdwn.words(nudge.note(), 600);
    return "*%s* for %s · %s · %s\nRule: %s%s"
        .formatted(
            NudgeWords.label(nudge.kind()),
            Lines.name(names.apply(nudge.to())),
            nudge.state().wire().replace('_', ' '),
            Lines.said(nudge.at(), nudge.permalink()),
            Mrkdwn.words(nudge.reason(), 300),
            note);
  }
}
