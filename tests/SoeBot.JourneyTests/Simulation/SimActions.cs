using SoeBot.JourneyTests.Simulation.Actions;

namespace SoeBot.JourneyTests.Simulation;

internal static class SimActions
{
    public static IReadOnlyList<IAction> All() =>
    [
        // First: what it leaves out is marked before anything is due.
        new LeaveOutDailyPages(), new TakeLeave(), new BeQuiet(), new MoveTheMeeting(), new LeaveThePlant(), new ImportPlans(), new AskForChanges(), new PressOnChanges(),
        new ChangeWeather(), new KillProcesses(), new StopTheMachine(), new HoldTheMeeting(), new DecideOutside(), new AnswerCards(), new TypeLines(), new LeaveTheApp(),
    ];
}
