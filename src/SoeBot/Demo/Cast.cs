namespace SoeBot.Demo;

/// <summary>Who plays in the week, and where. The one who writes first holds every role, so where somebody is proposed he comes last.</summary>
internal static class Cast
{
    public static readonly DemoPerson Lea = new("Lea", "1ea00000-0000-4000-8000-000000000001");
    public static readonly DemoPerson Petra = new("Petra", "2e700000-0000-4000-8000-000000000002");
    public static readonly DemoPerson Ravi = new("Ravi", "3a700000-0000-4000-8000-000000000003");
    public static readonly DemoPerson Clara = new("Clara", "4c1a0000-0000-4000-8000-000000000004");
    public static readonly DemoPerson Omar = new("Omar", "50a70000-0000-4000-8000-000000000005");
    public static readonly DemoPerson Miguel = new("Miguel", "f1c00000-0000-4000-8000-000000000006");

    public static readonly DemoPlace Channel = new("19:week@thread.tacv2", DemoPlaceKind.Channel, "in the channel");
    public static readonly DemoPlace Meeting = new("19:meeting_week@thread.v2", DemoPlaceKind.Meeting, "in the meeting chat");

    public static readonly IReadOnlyList<DemoPerson> All = [Lea, Petra, Ravi, Clara, Omar, Miguel];
}
