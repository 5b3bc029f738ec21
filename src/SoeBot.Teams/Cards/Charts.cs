using System.Text.Json.Serialization;

namespace SoeBot.Teams.Cards;

/// <summary>Charts have no reader text and older phones leave them out: state the numbers as text or facts too.</summary>
public abstract record ChartElement : NewerElement
{
    private protected ChartElement()
    {
    }

    public string? Title { get; init; }
}

public sealed record LineChart(IReadOnlyList<LineSeries> Data) : ChartElement
{
    public string? XAxisTitle { get; init; }

    public string? YAxisTitle { get; init; }

    public double? YMin { get; init; }

    public double? YMax { get; init; }
}

public sealed record LineSeries(string Legend, IReadOnlyList<LinePoint> Values)
{
    public ChartColor Color { get; init; }
}

/// <param name="X">A day as <c>yyyy-MM-dd</c> or a label.</param>
/// <param name="Y">The number.</param>
public sealed record LinePoint(string X, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Y);

public sealed record VerticalBarChart(IReadOnlyList<Bar> Data) : ChartElement
{
    public string? XAxisTitle { get; init; }

    public string? YAxisTitle { get; init; }

    public bool ShowBarValues { get; init; } = true;
}

public sealed record HorizontalBarChart(IReadOnlyList<Bar> Data) : ChartElement
{
    public BarDisplay DisplayMode { get; init; }
}

public sealed record Bar(string X, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Y)
{
    public ChartColor Color { get; init; }
}

public sealed record DonutChart(IReadOnlyList<Slice> Data) : ChartElement;

public sealed record Slice(string Legend, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Value)
{
    public ChartColor Color { get; init; }
}

public sealed record GaugeChart(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Min,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Max) : ChartElement
{
    public IReadOnlyList<GaugeSegment> Segments { get; init; } = [];

    public string? SubLabel { get; init; }

    public GaugeFormat ValueFormat { get; init; }
}

public sealed record GaugeSegment(string Legend, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Size, ChartColor Color);
