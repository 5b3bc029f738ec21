using Microsoft.EntityFrameworkCore;

namespace SoeBot.Store.Inbox;

internal sealed class InvokeAnswerRow
{
    public required string Conversation { get; init; }
    public required string ActivityId { get; init; }
    public required int Status { get; init; }
    public string? Body { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }
}

internal static class InvokeAnswerMapping
{
    public static void Map(ModelBuilder model)
    {
        var answers = model.Entity<InvokeAnswerRow>().ToTable("invoke_answers");
        answers.HasKey(row => new { row.ActivityId, row.Conversation });
        answers.HasIndex(row => row.AnsweredAt);
    }
}
