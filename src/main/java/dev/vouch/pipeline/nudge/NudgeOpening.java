package dev.vouch.pipeline.nudge;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Decision;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Exposure;
import dev.vouch.nudge.Holdout;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog.Asked;
import dev.vouch.nudge.NudgeLog.Beside;
import dev.vouch.nudge.NudgeLog.Past;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.nudge.moment.Look;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.nudge.moment.PassedRules;
import dev.vouch.nudge.moment.SaidRules;
import dev.vouch.pipeline.Aftermath.News;
import dev.vouch.pipeline.Attempt;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.executive.IntroductionCase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the nudges of one workspace that come of what was said and of what has come to pass, and
 * takes back those whose reason is gone.
 */
final class NudgeOpening {
  private static final Logger LOG = LoggerFactory.getLogger(NudgeOpening.class);

  private final Workspace workspace;
  private final NudgePolicy policy;
  private final InstantSource clock;
  private final WorkMeters meters;
  private final NudgeRound round;

  /**
   * @param round shows whoever has a nudge before them what became of it
   */
  NudgeOpening(
      Workspace workspace,
      NudgePolicy policy,
      InstantSource clock,
      WorkMeters meters,
      NudgeRound round) {
    this.workspace = workspace;
    this.policy = policy;
    this.clock = clock;
    this.meters = meters;
    this.round = round;
  }

  /**
   * Considers mentions together, but of one person one after the other: what is opened for them
   * counts for what comes next.
   *
   * @return why those failed that did
   */
  Map<News, RuntimeException> consider(Collection<News> news) {
    Map<News, RuntimeException> failed = new HashMap<>();
    Collection<News> left = news;
    while (!left.isEmpty()) {
      Map<String, News> first = new LinkedHashMap<>();
      left = left.stream().filter(one -> first.putIfAbsent(person(one), one) != null).toList();
      considerTogether(List.copyOf(first.values()), failed);
    }
    return failed;
  }

  private String person(News news) {
    return workspace.identities().person(news.of().person());
  }

  private void considerTogether(List<News> news, Map<News, RuntimeException> failed) {
    List<Turn> turns = turns(news);
    List<Turn> opening = new ArrayList<>();
    for (Turn turn : turns) {
      Attempt<Boolean> over = Attempt.at(() -> takeBack(turn));
      if (over.failure() != null) {
        failed.put(turn.news(), over.failure());
      } else if (turn.opens()) {
        opening.add(turn);
      }
    }
    if (opening.isEmpty() || workspace.settings().settings().mode() == Mode.OFF) {
      return;
    }
    List<NudgeCase> cases = NudgeCase.toOpen(opening, workspace);
    List<Opened> opened = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Turn turn = opening.get(i);
      NudgeCase known = cases.get(i);
      Attempt<Opened> one = Attempt.at(() -> decided(turn.unknown(), known, turn.looks()));
      if (one.failure() == null) {
        opened.add(one.get());
      } else {
        failed.put(turn.news(), one.failure());
      }
    }
    write(opened);
  }

  /** A mention as it stands, and what there was before about whoever said it. */
  record Turn(News news, Past past, Acted acted) {
    private List<Opening> unknown() {
      return NudgeOpening.unknown(SaidRules.of(acted, news.specific()), past);
    }

    private boolean opens() {
      return acted.contact() != null && !unknown().isEmpty();
    }

    /** None where all that is new is quiet: then they are looked at anyhow. */
    private List<Look> looks() {
      boolean again = unknown().stream().allMatch(one -> one.kind().isQuiet());
      return again ? List.of() : List.of(nextLook(acted));
    }

    /** Who has helped a peer may have done so for the tenth time; else silence may follow. */
    private static Look nextLook(Acted acted) {
      AdvocacyAct act = acted.act();
      Heard heard = Objects.requireNonNull(acted.heard(), "nothing that stands");
      boolean helped = act != null && act.kind() == ActKind.PEER_HELP;
      Instant said = heard.mention().at();
      return new Look(
          Subject.person(heard.person()), helped ? said : said.plus(PassedRules.SILENT));
    }
  }

  /** All but those that lead to nothing new. */
  private List<Turn> turns(List<News> all) {
    List<Past> pasts = workspace.nudges().pasts(all.stream().map(NudgeOpening::asked).toList());
    Map<News, Past> news = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (!isNoNews(all.get(i), pasts.get(i))) {
        news.put(all.get(i), pasts.get(i));
      }
    }
    if (news.isEmpty()) {
      return List.of();
    }
    List<Acted> acted = workspace.advocates().acted(news.keySet().stream().map(News::of).toList());
    List<Turn> turns = new ArrayList<>();
    news.forEach((one, past) -> turns.add(new Turn(one, past, acted.get(turns.size()))));
    return turns;
  }

  private static Asked asked(News news) {
    MentionId mention = news.of().mention();
    List<String> ids =
        Arrays.stream(NudgeKind.values()).map(kind -> Nudge.idOf(kind, mention)).toList();
    return new Asked(news.of().person(), ids);
  }

  /**
   * Whether it is praise and there was a surprise for them so lately that no praise leads to
   * another. It must be of the same quarter: then it is on record already that they could have got
   * one in it, as it is of those whom chance holds out.
   */
  private boolean isNoNews(News news, Past past) {
    Instant said = news.of().mention().at();
    Instant since = said.minus(workspace.settings().settings().rules().delightEvery());
    return news.specific()
        && past.known().isEmpty()
        && past.counting().stream()
            .filter(nudge -> nudge.kind() == NudgeKind.DELIGHT)
            .map(nudge -> nudge.occasion().at())
            .anyMatch(at -> at.isAfter(since) && Holdout.quarter(at).equals(Holdout.quarter(said)));
  }

  private record Opening(NudgeKind kind, Occasion occasion) {
    String id() {
      return Nudge.idOf(kind, occasion);
    }
  }

  private static List<Opening> unknown(List<Occasion> occasions, Past past) {
    return occasions.stream()
        .flatMap(
            occasion ->
                NudgeKind.of(occasion.moment()).stream().map(kind -> new Opening(kind, occasion)))
        .filter(opening -> !past.known().containsKey(opening.id()))
        .toList();
  }

  /** Moments have arisen for somebody without a word of theirs just now. */
  void open(List<Occasion> occasions, Contact person, Evidence evidence) {
    List<String> ids =
        occasions.stream()
            .flatMap(one -> NudgeKind.of(one.moment()).stream().map(kind -> Nudge.idOf(kind, one)))
            .toList();
    Past past = workspace.nudges().past(person.id(), ids);
    List<Opening> unknown = unknown(occasions, past);
    if (!unknown.isEmpty()) {
      Acted acted = new Acted(person, null, null);
      NudgeCase known = NudgeCase.of(acted, evidence, past, workspace, clock.instant());
      write(List.of(decided(unknown, known, List.of())));
    }
  }

  /** Nudges that are decided about, and what is noted together with them. */
  private record Opened(List<Nudge> nudges, Map<String, Exposure> exposures, List<Look> looks) {}

  private void write(List<Opened> opened) {
    List<Nudge> nudges = new ArrayList<>();
    Map<String, Exposure> exposures = new HashMap<>();
    List<Look> looks = new ArrayList<>();
    for (Opened one : opened) {
      nudges.addAll(one.nudges());
      exposures.putAll(one.exposures());
      looks.addAll(one.looks());
    }
    if (nudges.isEmpty() && looks.isEmpty()) {
      return;
    }
    for (Nudge nudge : workspace.nudges().add(nudges, new Beside(exposures, looks))) {
      meters.nudge(nudge);
      LOG.info("nudge {}: {} ({})", nudge.id(), nudge.state(), nudge.reason());
    }
  }

  private Opened decided(List<Opening> openings, NudgeCase known, List<Look> looks) {
    List<Nudge> decided = openings.stream().flatMap(one -> decided(one, known).stream()).toList();
    Map<String, Exposure> exposures = new HashMap<>();
    for (Nudge nudge : decided) {
      exposure(nudge, known.at(nudge.occasion()))
          .ifPresent(exposure -> exposures.put(nudge.id(), exposure));
    }
    return new Opened(decided, exposures, looks);
  }

  private Optional<Exposure> exposure(Nudge nudge, NudgeCase known) {
    return known.exposure(nudge, policy, workspace.directory(), clock.instant());
  }

  /** What is decided about it; empty where there never was a reason to decide anything. */
  private Optional<Nudge> decided(Opening opening, NudgeCase known) {
    Instant now = clock.instant();
    NudgeCase here = known.at(opening.occasion());
    Nudge draft = sponsored(here.draft(opening.kind(), opening.occasion(), now), here);
    Decision decision = here.decide(draft, policy, workspace.directory(), now);
    if (decision.reason() == Reason.NOTHING_TO_DISCLOSE
        || decision instanceof Decision.Nothing && isNoNews(draft, here)) {
      return Optional.empty();
    }
    Nudge noted = draft.noted(known.note(opening.kind(), workspace, now));
    return Optional.of(NudgeRound.after(decision, noted, now));
  }

  /** Where a marquee account has no sponsor, it may be somebody on the roster. */
  private Nudge sponsored(Nudge draft, NudgeCase known) {
    Account account = known.account();
    boolean open =
        draft.kind() == NudgeKind.EXEC_INTRO
            && account != null
            && account.tier() == Tier.MARQUEE
            && account.sponsor() == null;
    return open ? IntroductionCase.suggested(draft, workspace, clock.instant()) : draft;
  }

  /** That nothing came of an act is told in the log; of praise nobody would ask. */
  private boolean isNoNews(Nudge draft, NudgeCase known) {
    return draft.moment() == Moment.SMALL_WIN && exposure(draft, known).isEmpty();
  }

  private void takeBack(Turn turn) {
    turn.past().known().values().stream()
        .filter(nudge -> !SaidRules.stands(nudge.moment(), turn.acted()))
        .filter(nudge -> nudge.state().isLive())
        .forEach(this::takeBack);
  }

  /** What it came of no longer stands; whoever has it before them is told. */
  private void takeBack(Nudge before) {
    workspace
        .nudges()
        .change(before.id(), Nudge::over)
        .filter(nudge -> nudge.sent() != null)
        .ifPresent(round::show);
  }
}
