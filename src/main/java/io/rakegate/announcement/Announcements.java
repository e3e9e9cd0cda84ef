package io.rakegate.announcement;

/** All that Rakegate has said in channels. Every call goes out: never make one inside a person's transaction. */
public interface Announcements {

    /**
     * Says it in the channel configured for its kind, or updates the message that the same key already has there.
     *
     * @return the permanent link of the message
     * @throws AnnouncementsUnavailable if the channel could not be reached or refused it
     */
    String announce(Announcement announcement);
}
