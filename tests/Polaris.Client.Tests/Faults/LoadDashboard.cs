using System.Text;

namespace Polaris.Client.Tests.Faults;

/// <summary>Draws the measurements of a load test as a page of four charts.</summary>
internal static class LoadDashboard
{
    private const int Bins = 60;
    private const int Width = 460;
    private const int Height = 220;
    private const int LegendWidth = 135;
    private static readonly string[] Colors = ["#1b6ac9", "#d9480f", "#2b8a3e", "#862e9c", "#5c5f66"];

    public static string Draw(string title, IReadOnlyList<Measurement> all)
    {
        var end = Math.Max(1, all.Max(one => one.Seconds));
        var svg = new StringBuilder();
        svg.Append(Inv($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="980" height="560" viewBox="0 0 980 560" font-family="sans-serif" font-size="12" fill="#212529">
            <rect width="980" height="560" fill="#ffffff"/>
            <text x="20" y="30" font-size="18" font-weight="bold">{title}</text>

            """));
        Chart(svg, 0, "Workflows per second, by outcome", "polaris.client.workflow.duration", end, Rates(all, "polaris.client.workflow.duration", end));
        Chart(svg, 1, "Duration of workflows, seconds", "polaris.client.workflow.duration", end, Percentiles(all, "polaris.client.workflow.duration", end));
        Chart(svg, 2, "Wait for a lease, seconds", "polaris.client.lock.wait", end, Percentiles(all, "polaris.client.lock.wait", end));
        Chart(svg, 3, "Retries and sign-ins per second", "polaris.client.retries, polaris.client.sign_ins", end, [
            .. Rates(all, "polaris.client.retries", end).Select(line => (line.Name + " retry", line.Values)),
            .. Rates(all, "polaris.client.sign_ins", end).Select(line => ("sign-in " + line.Name, line.Values)),
        ]);
        return svg.Append("</svg>\n").ToString();
    }

    private static List<(string Name, double[] Values)> Rates(IReadOnlyList<Measurement> all, string instrument, double end) =>
    [
        .. all.Where(one => one.Instrument == instrument).GroupBy(one => one.Kind).OrderByDescending(kind => kind.Count())
            .Select(kind => (kind.Key, Binned(kind, end, bin => bin.Count / (end / Bins)))),
    ];

    private static List<(string Name, double[] Values)> Percentiles(IReadOnlyList<Measurement> all, string instrument, double end)
    {
        var some = all.Where(one => one.Instrument == instrument).ToList();
        return [.. new[] { 0.5, 0.95, 0.99 }.Select(part => (Inv($"p{part * 100:0}"), Binned(some, end, bin => Percentile(bin, part))))];
    }

    private static double[] Binned(IEnumerable<Measurement> some, double end, Func<List<double>, double> value)
    {
        var bins = Enumerable.Range(0, Bins).Select(_ => new List<double>()).ToList();
        foreach (var one in some)
        {
            bins[Math.Min(Bins - 1, (int)(one.Seconds / end * Bins))].Add(one.Value);
        }

        return [.. bins.Select(value)];
    }

    private static double Percentile(List<double> values, double part)
    {
        values.Sort();
        return values.Count == 0 ? 0 : values[Math.Min(values.Count - 1, (int)(values.Count * part))];
    }

    private static void Chart(
        StringBuilder svg, int place, string title, string instruments, double end, List<(string Name, double[] Values)> lines)
    {
        var (left, top) = (40 + (place % 2 * (Width + 20)), 70 + (place / 2 * (Height + 40)));
        var (width, height) = (Width - 60, Height - 60);
        var most = RoundedUp(lines.SelectMany(line => line.Values).DefaultIfEmpty().Max());
        svg.Append(Inv($"""
            <g transform="translate({left},{top})">
            <text x="0" y="0" font-size="14" font-weight="bold">{title}</text>
            <text x="0" y="16" fill="#5c5f66">{instruments}</text>
            <g transform="translate(20,28)">

            """));
        for (var tick = 0; tick <= 4; tick++)
        {
            var y = height - (height * tick / 4.0);
            svg.Append(Inv($"<line x1=\"0\" x2=\"{width}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" stroke=\"#e9ecef\"/><text x=\"-6\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{most * tick / 4:0.##}</text>\n"));
            svg.Append(Inv($"<text x=\"{width * tick / 4.0:0.#}\" y=\"{height + 16}\" text-anchor=\"middle\">{end * tick / 4:0} s</text>\n"));
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var points = lines[i].Values.Select((value, bin) => Inv($"{width * (bin + 0.5) / Bins:0.#},{height - (height * value / most):0.#}"));
            var color = Colors[i % Colors.Length];
            svg.Append(Inv($"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"1.6\"/>\n"));
            svg.Append(Inv($"<rect x=\"{i * LegendWidth}\" y=\"{height + 24}\" width=\"10\" height=\"10\" fill=\"{color}\"/><text x=\"{(i * LegendWidth) + 14}\" y=\"{height + 33}\">{lines[i].Name}</text>\n"));
        }

        svg.Append("</g></g>\n");
    }

    /// <summary>Returns the end of an axis whose four parts are 1, 2, 2.5 or 5 times a power of ten.</summary>
    private static double RoundedUp(double largest)
    {
        var part = Math.Max(0.000001, largest / 4);
        var power = Math.Pow(10, Math.Floor(Math.Log10(part)));
        return 4 * power * new[] { 1, 2, 2.5, 5, 10 }.First(step => part <= step * power * 1.000001);
    }

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
