package io.rakegate.identity;

/**
 * A team that requests changes.
 *
 * @param slug its short name, such as {@code benefits}
 * @param name what to call it
 * @param membersGroup id of the group of its members
 * @param leadsGroup id of the group of its engineering leads, who approve
 */
public record Team(String slug, String name, String membersGroup, String leadsGroup) {}
