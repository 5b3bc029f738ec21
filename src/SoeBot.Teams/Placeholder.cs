namespace SoeBot.Teams;

internal static class Placeholder;
