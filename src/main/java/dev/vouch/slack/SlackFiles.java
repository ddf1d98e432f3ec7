package dev.vouch.slack;

import com.slack.api.methods.SlackFilesUploadV2Exception;
import dev.vouch.digest.AdvocacyChart;
import dev.vouch.digest.Digest;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts files into channels of one workspace, each in its turn among what is said there. */
record SlackFiles(WebApi api, ChannelPace pace) {
  private static final Logger LOG = LoggerFactory.getLogger(SlackFiles.class);
  private static final String CHART_TITLE = "Advocacy and likes, 14 days";

  /** A file, what a screen reader says of it, and what stands above it. */
  private record Upload(
      String name, String title, byte[] bytes, @Nullable String altText, @Nullable String comment) {
    private Upload(String name, String title, byte[] bytes) {
      this(name, title, bytes, null, null);
    }

    private Upload with(String alt, String words) {
      return new Upload(name, title, bytes, alt, words);
    }
  }

  /** A digest without its chart is better than none or two of them. */
  void chart(Digest digest, byte[] chart, String channel) {
    Upload upload =
        new Upload("vouch-%s.png".formatted(digest.day()), CHART_TITLE, chart)
            .with(
                new AdvocacyChart().altText(digest),
                "Acts of advocacy and, apart from them, likes.");
    try {
      pace.inTurn(channel, () -> upload(channel, upload));
    } catch (Unreachable | Refused e) {
      LOG.warn(
          "The digest of {} stands in {} without its chart: {}",
          digest.day(),
          channel,
          e.getMessage());
    }
  }

  /** What is held about somebody, for them. */
  void own(byte[] json, String channel) {
    Upload upload = new Upload("my-data.json", "What is held about you", json);
    boolean unused = pace.inTurn(channel, () -> upload(channel, upload));
  }

  private boolean upload(String channel, Upload upload) {
    return api.call(
            "files.completeUploadExternal",
            slack -> {
              try {
                return slack.filesUploadV2(
                    file ->
                        file.filename(upload.name())
                            .title(upload.title())
                            .altTxt(upload.altText())
                            .fileData(upload.bytes())
                            .channel(channel)
                            .initialComment(upload.comment())
                            .requestFileInfo(false));
              } catch (SlackFilesUploadV2Exception e) {
                throw new IOException("the upload of a file did not go through", e);
              }
            })
        .isOk();
  }
}
