using System.Runtime.InteropServices;

namespace SoeBot.Domain.Risk;

/// <summary>
/// Finds all effects of a <see cref="LateModel"/> together: logistic regression with one normal prior per kind of name, by weighted least
/// squares within each pass, the spread of each prior by MacKay's rule. A pass costs cases times kinds.
/// </summary>
internal sealed class LateFit(int expected)
{
    private readonly int _kinds = LateDimensions.Count;
    private readonly Dictionary<long, int>[] _groups = [.. Enumerable.Range(0, LateDimensions.Count).Select(_ => new Dictionary<long, int>())];
    private readonly List<(int Late, int Cases)>[] _counts = [.. Enumerable.Range(0, LateDimensions.Count).Select(_ => new List<(int, int)>())];
    private readonly List<int> _members = new(expected * LateDimensions.Count); // case by kind, -1 for none
    private readonly List<bool> _late = new(expected);
    private readonly List<double> _weights = new(expected);
    private double[][] _effects = [];

    public double Base { get; private set; }

    public double Mean
    {
        get
        {
            double late = 0, all = 0;
            for (var i = 0; i < _late.Count; i++) (late, all) = (late + (_late[i] ? _weights[i] : 0), all + _weights[i]);
            return late / all;
        }
    }

    public void Add(ReadOnlySpan<long> keys, bool late, double weight)
    {
        for (var kind = 0; kind < _kinds; kind++)
        {
            if (keys[kind] == 0)
            {
                _members.Add(-1);
                continue;
            }
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups[kind], keys[kind], out var known);
            if (!known)
            {
                group = _counts[kind].Count;
                _counts[kind].Add(default);
            }
            var (lates, cases) = _counts[kind][group];
            _counts[kind][group] = (lates + (late ? 1 : 0), cases + 1);
            _members.Add(group);
        }
        _late.Add(late);
        _weights.Add(weight);
    }

    public void Run(int passes, double smoothing, (double Least, double Most) spreads, double mostEffect)
    {
        var mean = Math.Clamp(Mean, 0.002, 0.998);
        var usual = Math.Clamp(1 / (Math.Max(smoothing, 0.1) * mean * (1 - mean)), spreads.Least, spreads.Most);
        var spread = Enumerable.Repeat(usual, _kinds).ToArray();
        _effects = [.. _counts.Select(groups => new double[groups.Count])];
        Base = Math.Log(mean / (1 - mean));
        var n = _late.Count;
        var members = CollectionsMarshal.AsSpan(_members);
        var (logOdds, curve, rest) = (new double[n], new double[n], new double[n]);
        Array.Fill(logOdds, Base);
        for (var pass = 0; pass < passes; pass++)
        {
            for (var i = 0; i < n; i++)
            {
                var p = 1 / (1 + Math.Exp(-logOdds[i]));
                var q = Math.Max(p * (1 - p), 0.02);
                (curve[i], rest[i]) = (_weights[i] * q, ((_late[i] ? 1 : 0) - p) / q);
            }
            Shift(logOdds, curve, rest);
            for (var kind = 0; kind < _kinds; kind++)
                if (_effects[kind].Length > 0) spread[kind] = Step(kind, members, (logOdds, curve, rest), spread[kind], usual, spreads, mostEffect);
        }
    }

    /// <summary>The keys of a kind, each with the place of what was found of it.</summary>
    public Dictionary<long, int> Groups(int kind) => _groups[kind];

    public double LogOdds(int kind, int group) => _effects[kind][group];

    public (int Late, int Cases) Count(int kind, int group) => _counts[kind][group];

    private void Shift(double[] logOdds, double[] curve, double[] rest)
    {
        double pull = 0, weight = 0;
        for (var i = 0; i < rest.Length; i++) (pull, weight) = (pull + (curve[i] * rest[i]), weight + curve[i]);
        var by = pull / weight;
        Base += by;
        for (var i = 0; i < rest.Length; i++) (logOdds[i], rest[i]) = (logOdds[i] + by, rest[i] - by);
    }

    /// <returns>The spread of this kind's effects, as the next pass takes it.</returns>
    private double Step(
        int kind, ReadOnlySpan<int> members, (double[] LogOdds, double[] Curve, double[] Left) at, double spread, double usual, (double Least, double Most) spreads, double mostEffect)
    {
        var effects = _effects[kind];
        var (pull, weight, moves) = (new double[effects.Length], new double[effects.Length], new double[effects.Length]);
        for (var i = 0; i < at.Left.Length; i++)
            if (members[(i * _kinds) + kind] is >= 0 and var group)
            {
                pull[group] += at.Curve[i] * at.Left[i];
                weight[group] += at.Curve[i];
            }
        double squares = 0, certain = 0;
        for (var group = 0; group < effects.Length; group++)
        {
            var was = effects[group];
            effects[group] = Math.Clamp((pull[group] + (weight[group] * was)) / (weight[group] + (1 / spread)), -mostEffect, mostEffect);
            moves[group] = effects[group] - was;
            squares += effects[group] * effects[group];
            certain += weight[group] / (weight[group] + (1 / spread));
        }
        for (var i = 0; i < at.Left.Length; i++)
            if (members[(i * _kinds) + kind] is >= 0 and var group)
            {
                at.LogOdds[i] += moves[group];
                at.Left[i] -= moves[group];
            }
        // A kind with few names says little about its own spread; two names' worth of the usual one is mixed in.
        const double few = 1;
        return Math.Clamp((squares + (few * usual * 0.25)) / (certain + few), spreads.Least, spreads.Most);
    }
}
