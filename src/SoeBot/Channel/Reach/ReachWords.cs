using SoeBot.Store.Reach;

namespace SoeBot.Channel.Reach;

internal static class ReachWords
{
    public static string Of(ReachState state) => state switch
    {
        ReachState.NotInstalled => "app not installed",
        ReachState.Blocked => "app blocked",
        ReachState.Disabled => "app switched off by the administrator",
        ReachState.Gone => "conversation gone",
    };
}
