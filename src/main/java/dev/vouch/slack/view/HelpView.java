package dev.vouch.slack.view;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Vouch is for, what one can type, and what it says to people who may not see more. */
public final class HelpView {
  public static final String SETTINGS_USAGE =
      "`/vouch settings` with one or more of `mode off|log|approve first|act`, `approver @p|none`,"
          + " `owner @p|none`, `digest #channel HH:MM Zone`, `digest #channel off`, `delay 3-9`, `marquee 25`,"
          + " `suggestions 3`, `share 40`, `kind delight|exec_intro|… on|off`, `control 10|off`,"
          + " `source @bot on|off`, `staff @p yes|no|auto`, `product NAME`, `competitor NAME` (and"
          + " `off` behind a name to remove it)";

  private static final int LONGEST_SECTION = 2_000;

  private static final String COMMANDS =
      """
      `/vouch who @person` a customer on one screen
      `/vouch why @person` every fact about them, with its rule, date and message
      `/vouch pause @person until 2027-01-31 WHY` stop all suggestions about them (the day may be \
      left out); `/vouch resume @person` lets them go on
      `/vouch role @person add|remove advocate|influencer|employee|partner|customer` what they are \
      to us, and what follows from it
      `/vouch tie @person cash|gift|access|discount|affiliate|employment|partner "WHAT" from \
      2027-01-31 until 2027-12-31` what ties them to us (days may be left out); `tie @person end \
      "WHAT"`
      `/vouch top` who spoke up for us most often
      `/vouch programme` what our rewards bring: acts after offers, the trend, the cost
      `/vouch impact` what nudges bring, beside people whom chance held out
      `/vouch why nudge @person` why each suggestion about them was made or not
      `/vouch breadth` over how many people and accounts that is spread, and who was never asked
      `/vouch metric NAME` what a number says and where it misleads; without NAME, all of them
      `/vouch goodwill @person` what the relationship holds and bears, line by line; also for \
      `account NAME`
      `/vouch helped @person WHAT`, `/vouch promised @person WHAT by 2027-01-31`, `/vouch kept`, \
      `/vouch shipped` what they suggested, `/vouch incident @person WHAT`, then \
      `/vouch acknowledged`, `/vouch fixed`, `/vouch followed up @person`; `/vouch offered @person \
      WHAT worth 50 EUR until DAY`, `/vouch redeemed @person WHAT worth 50 EUR on DAY`; `/vouch undo @person` takes back your last note
      `/vouch ask @person survey|quote|rating|review|reference|case study|talk|board WHAT` says \
      whether they may be asked and what it takes, and has Vouch ask in your name; `/vouch asked` \
      notes that you did; `/vouch answered @person yes|no|later 2027-01-31|done` what they said
      `/vouch reference someone in health care, EMEA, using the export by 2027-01-31` whom you \
      might ask, and why not others
      `/vouch gift @person "WHAT" worth 25 EUR` whether the policy allows it, noted if so; behind it \
      `decider`, `announced` (no surprise) or `check` (note nothing); `/vouch gifts @person` the \
      register, `/vouch gifts` the policy
      `/vouch note @person WORDS` looks at words that you mean to send: a deal, or what fits anybody
      `/vouch invite @person` ask them, once, whether Vouch may write to them
      `/vouch consent @person` what they agreed to; `consent @person reviews yes "told me"` notes it
      `/vouch likes @person career, peers` note what moves them
      `/vouch intro @person @exec "WHY"` have an executive asked to meet them (without one: whoever \
      suits best); `/vouch execs` who can and how often this month; `/vouch exec @person add topics \
      "A, B" capacity 3 assistant @p`, `pause until DAY`, `resume`, `remove`
      `/vouch account NAME` show an account, or change it: `marquee|named|scale`, `owner @p`, \
      `sponsor @p`, `domain d.example`, `team T…`, `channel #c`, `person @p`, `criteria WHY`, \
      `region R`, `country DE`, `sector S`, `procurement on|off`, `stage S`, `renewal 2027-01-31`, `rename NEW`
      `/vouch offers` what we can offer to people; `offers add|remove KIND`
      `/vouch snooze 3d` no suggestions to you for so long; `snooze until 2027-01-31`, `snooze off`
      `/vouch channel #c listen|no-nudges|ignore` what Vouch does with what is said there
      `/vouch settings` show or change how Vouch works here
      `/vouch model` what was learnt from your corrections; `retrain`, `use N`, `shipped`
      `/vouch about` what Vouch is for""";

  private static final String NEUTRAL =
      "Vouch helps a company's account teams listen to the people they work with.";

  private HelpView() {}

  /** Everything one can type. */
  public static Rendering help() {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*What you can ask Vouch*"));
    blocks.addAll(sections(COMMANDS));
    blocks.add(
        Kit.section(
            "`/vouch merge @person @other` two accounts of the same human are one person;"
                + " `/vouch unmerge @other` parts them again"));
    blocks.add(
        Kit.section(
            "To save a message as advocacy by hand, or to say what else it is, open its menu (⋮)"
                + " and choose *Save as advocacy*."));
    blocks.add(Kit.context("Only you see the answers."));
    return new Rendering("What you can ask Vouch", blocks);
  }

  /** Lines in as many sections as they need: one holds only so much. */
  private static List<LayoutBlock> sections(String lines) {
    List<LayoutBlock> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    for (String line : lines.split("\n")) {
      if (section.length() + line.length() > LONGEST_SECTION) {
        sections.add(Kit.section(section.toString()));
        section.setLength(0);
      }
      section.append(section.isEmpty() ? "" : "\n").append(line);
    }
    sections.add(Kit.section(section.toString()));
    return sections;
  }

  /** What Vouch is for and how it decides. */
  public static Rendering about() {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.section(
            "*Vouch finds the customers who really speak up for you, and helps you to be good to"
                + " them.*"));
    blocks.add(Kit.section(howItDecides()));
    blocks.add(Kit.context("What you can type: `/vouch help`"));
    return new Rendering("What Vouch is for", blocks);
  }

  public static String howItDecides() {
    return """
        • Advocacy is when somebody means to change what others think or do. Likes, shares and \
        "+1"s are reach: counted apart, and worth nothing as advocacy.
        • Nobody is paid for an act. A surprise comes a random number of days later and never \
        mentions it.
        • Your own people and bots are never counted as customers.
        • Every label shows the words that decided. If it is wrong, say so and it is taken back.""";
  }

  /**
   * What somebody typed cannot be understood.
   *
   * @param problem one sentence that says what
   * @param nearest a command that they may have meant
   */
  public static Rendering unclear(String problem, @Nullable String nearest) {
    String shown = Mrkdwn.words(problem, 300);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(shown));
    if (nearest != null) {
      blocks.add(Kit.section("Did you mean `/vouch %s`?".formatted(Mrkdwn.words(nearest, 100))));
    }
    blocks.add(
        Kit.context(
            "You can use: `who`, `why`, `goodwill`, `top`, `ask`, `reference`, `intro`, `gift`,"
                + " `pause`, `account`, `settings`, `about` and more; `/vouch help` explains all."));
    return new Rendering(Mrkdwn.plainWords(problem, 300), blocks);
  }

  /** A message that is not known any more. */
  public static Rendering gone() {
    return Rendering.saying("This message was deleted meanwhile, and everything taken back.");
  }

  /** The one sentence for people who may not see what is known about customers. */
  public static Rendering notForYou() {
    return Rendering.saying(
        "Vouch answers only the people of the company that installed it here. Sorry!");
  }

  /** The answer to a direct message from one of our own people. */
  public static Rendering greetingStaff() {
    return Rendering.saying(
        "Hello! I answer to `/vouch`: try `/vouch help`, or open the *Home* tab above.",
        "I do not read this conversation as customer feedback.");
  }

  /** The answer to a direct message from anybody else. */
  public static Rendering greetingOthers() {
    return Rendering.saying(
        "Hello! "
            + NEUTRAL
            + " I am a program, so for anything that needs a person, please write"
            + " to the person you know there.");
  }

  public static String neutral() {
    return NEUTRAL;
  }
}
