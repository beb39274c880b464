using System.Globalization;
using System.Text;

namespace SiteCheck;

/// <summary>The report as plain text.</summary>
internal static class TextReport
{
    public static List<string> Lines(Finding finding) =>
    [
        $"{Finding.Word(finding.Result),-13} {finding.Check}: {finding.Found}",
        .. finding.Settings.Select(setting => $"              -> {setting}"),
    ];

    public static string Write(SiteReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Site check of {report.Made:yyyy-MM-dd HH:mm} UTC, Polaris.Client {SiteReport.LibraryVersion}");
        foreach (var system in report.Systems)
        {
            text.AppendLine().AppendLine(system.Name).AppendLine();
            system.Findings.SelectMany(Lines).ToList().ForEach(line => text.AppendLine(line));
        }

        Summary(report).ForEach(line => text.AppendLine(line));
        return text.ToString();
    }

    /// <summary>What follows the findings: what was not checked, the proof of the writing checks, and the options.</summary>
    public static List<string> Summary(SiteReport report)
    {
        List<string> lines = [];
        foreach (var system in report.Systems)
        {
            Section(lines, $"Not checked ({system.Name}):", system.NotChecked.Select(one => $"  {one.Check}: {one.Reason}"));
            Section(lines, "After the writing checks:", system.Proof.Select(line => "  " + line));
        }

        Section(lines, "Options to set:", report.Settings().Count == 0 ? [] : [Options(report)]);
        lines.Add("");
        lines.Add(string.Join(", ", report.Findings.GroupBy(finding => finding.Result).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {Finding.Word(group.Key)}")));
        return lines;
    }

    private static string Options(SiteReport report) => string.Join('\n', report.Settings()
        .SelectMany(system => system.Value!.AsObject().Select(option => $"  {system.Key}:{option.Key} = {option.Value}")));

    private static void Section(List<string> lines, string title, IEnumerable<string> content)
    {
        string[] all = [.. content];
        if (all.Length > 0)
        {
            lines.Add("");
            lines.Add(title);
            lines.AddRange(all);
        }
    }
}
