package dev.vouch.slack;

import com.slack.api.model.Message.Metadata;
import dev.vouch.digest.Digest;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.slack.view.Actions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metadata by which a message of ours is found again, when nobody heard whether it arrived. */
final class Marks {
  private Marks() {}

  /** Of a nudge, or of something else with an id of its own. */
  static Metadata of(String id) {
    return of(Actions.NUDGE_METADATA, Actions.NUDGE_METADATA_ID, id);
  }

  static Metadata of(Digest digest) {
    return of(Actions.DIGEST_METADATA, Actions.DIGEST_METADATA_DAY, digest.day().toString());
  }

  static Metadata of(Silence silence) {
    return of(Actions.SILENCE_METADATA, Actions.SILENCE_METADATA_SINCE, silence.since().toString());
  }

  static Metadata of(Invitation invitation) {
    return of(Actions.INVITATION_METADATA, Actions.INVITATION_METADATA_TO, invitation.person());
  }

  /** Of an answer to a message. */
  static Metadata of(MentionId greeted) {
    return of(Actions.GREETING_METADATA, Actions.GREETING_METADATA_TO, greeted.ts());
  }

  static Metadata of(String type, String key, String id) {
    return Metadata.builder().eventType(type).eventPayload(Map.of(key, id)).build();
  }

  /** Whether a message's metadata is that mark. */
  static boolean bears(Metadata mark, @Nullable Metadata metadata) {
    return metadata != null
        && mark.getEventType().equals(metadata.getEventType())
        && mark.getEventPayload().equals(metadata.getEventPayload());
  }
}
