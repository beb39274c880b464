using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolarisFake;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The samples as programs of their own: in a pipe, and on a terminal.</summary>
public sealed class ProgramTests
{
    private const string Escape = "\u001b";
    private const string Example = "example.mrk";

    /// <summary>Runs a program on a pseudo terminal of 200 columns and presses Ctrl+C when a text appears.</summary>
    private const string PressCtrlC = """
        import fcntl, os, pty, select, signal, struct, sys, termios, time
        text, program = sys.argv[1].encode(), sys.argv[2:]
        child, terminal = pty.fork()
        if child == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # Jobs in the background of a shell inherit that it is ignored.
            os.execvp(program[0], program)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        shown, pressed, end = b"", False, time.monotonic() + 90
        while time.monotonic() < end:
            if select.select([terminal], [], [], 1)[0]:
                try:
                    more = os.read(terminal, 65536)
                except OSError:
                    break
                if not more:
                    break
                shown += more
            if text in shown and not pressed:
                pressed = True
                os.write(terminal, b"\x03")
        else:
            os.kill(child, 9)
        sys.stdout.buffer.write(shown)
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """;

    [TestCase("Your answer?", "Cancel was replied")]
    [TestCase("Save this?", "")]
    public async Task SaveBibRecord_CtrlCOnATerminal_CancelsAndReleases(string question, string reported)
    {
        var python = Needs.Program("a pseudo terminal", "python3");
        await using var host = await FakeHost.StartAsync("--file", Path.Combine(AppContext.BaseDirectory, "example.json"), "--log", "false");

        // Without --yes the program asks first; with it, the prompt of the server is the first question.
        string[] options = reported.Length > 0 ? ["--bib-id", "5", "--hide", "--yes"] : ["--bib-id", "5", "--hide"];
        var (exitCode, output, _) = await RunAsync(
            python, ["-c", PressCtrlC, question, "dotnet", SamplePrograms.PathOf("SaveBibRecord"), .. options], settings: Live(host));

        Assert.Multiple(async () =>
        {
            Assert.That(exitCode, Is.EqualTo(130), output);
            Assert.That(output, Does.Contain(question).And.Contain(reported).And.Contain("Lock released").And.Contain("Stopped"));
            Assert.That((await AdminAsync(host, "counts"))["locks"]!.GetValue<int>(), Is.Zero);
            Assert.That((await AdminAsync(host, "counts"))["operations"]!.GetValue<int>(), Is.Zero);
            var replies = (await AdminAsync(host, "journal")).AsArray().Count(entry => entry!["method"]!.GetValue<string>() == "PUT");
            Assert.That(replies, Is.EqualTo(reported.Length > 0 ? 1 : 0), "the Cancel");
        });
    }

    [TestCase(null, true)]
    [TestCase("1", false)]
    public async Task SaveBibRecord_OnATerminal_IsColoredUnlessNoColorIsSet(string? noColor, bool isColored)
    {
        var python = Needs.Program("a pseudo terminal", "python3");

        var (exitCode, output, _) = await RunAsync(
            python, ["-c", PressCtrlC, "never shown", "dotnet", SamplePrograms.PathOf("SaveBibRecord"), "--answer", "continue"], new() { ["NO_COLOR"] = noColor });

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(Regex.IsMatch(output, Escape + @"\[[0-9;]*3[0-9]"), Is.EqualTo(isColored), output);
    }

    [TestCase("FirstProgram", 0)]
    [TestCase("SaveBibRecord", 0, "--answer", "continue")]
    [TestCase("SaveBibRecord", 0, "--answer", "continue", "--scenario", "duplicates")]
    [TestCase("HoldingsSources", 0, "demo")]
    [TestCase("HoldingsSources", 64, "demonstrate")]
    [TestCase("MultipleServers", 0)]
    [TestCase("MultipleServers", 64, "--nonsense")]
    [TestCase("PromptInBrowser", 2, "--Polaris:BaseAddress", "http://127.0.0.1:1/", "--DataFolder", "unused")]
    [TestCase("PolarisFake", 2, "--file", "missing.json")]
    [TestCase("PolarisFake", 2, "--polaris", "99999")]
    [TestCase("PromptInBrowser", 2, "--urls", "http://127.0.0.1:99999")]
    [TestCase("PolarisFake", 64, "--fil", "missing.json")]
    [TestCase("PolarisFake", 64, "missing.json")]
    [TestCase("PolarisFake", 64, "--file")]
    [TestCase("ImportMarc", 0, "import", "--dry-run", "--limit", "50")]
    [TestCase("ImportMarc", 64, "import", "--nonsense")]
    [TestCase("SiteCheck", 64)]
    [TestCase("MarcTool", 0, "info", Example)]
    [TestCase("MarcTool", 2, "info", "missing.mrc")]
    public async Task Program_InAPipe_WritesPlainLines(string sample, int exitCode, params string[] options)
    {
        var (ended, output, errors) = await RunAsync("dotnet", [SamplePrograms.PathOf(sample), .. options.Select(Place)]);

        Assert.Multiple(() =>
        {
            Assert.That(ended, Is.EqualTo(exitCode), errors);
            Assert.That(output + errors, Does.Not.Contain(Escape).And.Not.Contain("   at "), "no escape codes and no stack traces");
            Assert.That(exitCode == 0 ? output : errors, Is.Not.Empty);
            Assert.That(output.Split('\n').Max(line => line.Length), Is.LessThan(1000), "tables are as wide as their text, and no rule is endless");
        });
    }

    [TestCase("SaveBibRecord", 0, "never shown", "Saved.", "--answer", "continue")]
    [TestCase("HoldingsSources", 0, "never shown", "2502 sources", "demo")]
    [TestCase("MultipleServers", 0, "never shown", "college lacks the source")]
    [TestCase("ImportMarc", 0, "never shown", "50 records read", "import", "--dry-run", "--limit", "50")]
    [TestCase("MarcTool", 0, "never shown", "record", "info", Example)]
    [TestCase("SiteCheck", 64, "never shown", "No server is configured")]
    [TestCase("PolarisFake", 0, "\"admin\"", "\"okapi\"")]
    [TestCase("PromptInBrowser", 0, "Now listening", "shutting down", "--urls", "http://127.0.0.1:0")]
    public async Task Program_OnATerminal_ShowsItsOutputAndEnds(string sample, int exitCode, string pressCtrlCAt, string shown, params string[] options)
    {
        var python = Needs.Program("a pseudo terminal", "python3");
        var folder = Directory.CreateTempSubdirectory("on-a-terminal-");
        string[] data = sample == "PromptInBrowser" ? ["--DataFolder", folder.FullName] : [];

        var (ended, output, errors) = await RunAsync(
            python, ["-c", PressCtrlC, pressCtrlCAt, "dotnet", SamplePrograms.PathOf(sample), .. options.Select(Place), .. data]);

        folder.Delete(recursive: true);
        Assert.That(ended, Is.EqualTo(exitCode), output + errors);
        Assert.That(output, Does.Contain(shown).And.Not.Contain("   at ").And.Not.Contain("Unhandled"));
    }

    [TestCase("SaveBibRecord", "Polaris__OrganizationId", "three", "--bib-id", "5", "--hide", "--yes", "--answer", "cancel")]
    [TestCase("SaveBibRecord", "Polaris__BaseAddress", "polaris.example", "--bib-id", "5", "--hide", "--yes", "--answer", "cancel")]
    [TestCase("ImportMarc", "Polaris__OrganizationId", "three", "import", "example.mrk", "--job", "unused", "--yes")]
    [TestCase("ImportMarc", "Polaris__BaseAddress", "polaris.example", "import", "example.mrk", "--job", "unused", "--yes")]
    [TestCase("HoldingsSources", "Folio__Timeout", "soon", "list")]
    [TestCase("SiteCheck", "Polaris__OrganizationId", "three")]
    [TestCase("SiteCheck", "Polaris__BaseAddress", "polaris.example")]
    [TestCase("PromptInBrowser", "Polaris__OrganizationId", "three", "--urls", "http://127.0.0.1:0", "--DataFolder", "unused")]
    [TestCase("PromptInBrowser", "Polaris__BaseAddress", "polaris.example", "--urls", "http://127.0.0.1:0", "--DataFolder", "unused")]
    [TestCase("PromptInBrowser", "AnswerWithin", "soon", "--urls", "http://127.0.0.1:0", "--DataFolder", "unused")]
    [TestCase("PromptInBrowser", "DataFolder", "blocked", "--urls", "http://127.0.0.1:0")]
    public async Task Program_WithAWrongSetting_NamesItWithoutAStackTrace(string sample, string setting, string value, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("wrong-setting-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "blocked", "saves.db"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "example.mrk"), "=245  10$aOne");
        var settings = new Dictionary<string, string?>
        {
            ["Polaris__BaseAddress"] = "http://127.0.0.1:1/",
            ["Folio__BaseAddress"] = sample == "HoldingsSources" ? "http://127.0.0.1:1/" : null,
            ["Polaris__OrganizationId"] = "3",
            ["Polaris__WorkstationId"] = "1242",
            ["Polaris__Credentials__Domain"] = "MYLIB",
            ["Polaris__Credentials__UserName"] = "cataloger",
            ["Polaris__Credentials__Password"] = "opensesame",
            [setting] = value,
        };

        var (ended, _, errors) = await RunAsync("dotnet", [SamplePrograms.PathOf(sample), .. options], settings, folder.FullName);

        folder.Delete(recursive: true);
        Assert.That(ended, Is.EqualTo(2).Or.EqualTo(64), errors);
        Assert.That(errors, Does.Contain(setting.Split('_')[^1]).And.Not.Contain("   at ").And.Not.Contain("Unhandled"));
    }

    [Test]
    public async Task SiteCheck_CtrlCAtTheQuestion_StopsAtOnceAndWritesNothing()
    {
        var python = Needs.Program("a pseudo terminal", "python3");
        await using var host = await FakeHost.StartAsync("--file", Path.Combine(AppContext.BaseDirectory, "example.json"), "--log", "false");
        var watch = Stopwatch.StartNew();

        var (exitCode, output, _) = await RunAsync(
            python, ["-c", PressCtrlC, "type the ID of the record", "dotnet", SamplePrograms.PathOf("SiteCheck"), "--bib-id", "5", "--write"], Live(host));

        Assert.That(exitCode, Is.EqualTo(130), output);
        Assert.That(output, Does.Contain("Stopped."));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(25)));
        Assert.That((await AdminAsync(host, "journal")).AsArray().Count(entry => entry!["path"]!.GetValue<string>() == "objectlocks" && entry["method"]!.GetValue<string>() == "POST"), Is.Zero);
    }

    [Test]
    public async Task HoldingsSources_DemoOnAConfiguredGateway_IsRefused()
    {
        var (ended, output, errors) = await RunAsync(
            "dotnet", [SamplePrograms.PathOf("HoldingsSources"), "demo"], new() { ["Folio__BaseAddress"] = "http://127.0.0.1:1/" });

        Assert.That(ended, Is.EqualTo(64));
        Assert.That(output, Is.Empty);
        Assert.That(errors, Does.Contain("A gateway is configured"));
    }

    [Test]
    public async Task HoldingsSources_WarningAsJson_LeavesTheOutputToTheSources()
    {
        await using var host = await FakeHost.StartAsync("--file", Path.Combine(AppContext.BaseDirectory, "example.json"), "--log", "false");

        var (ended, output, errors) = await RunAsync("dotnet", [SamplePrograms.PathOf("HoldingsSources"), "list", "--json"], new()
        {
            ["Folio__BaseAddress"] = host.Ready["okapi"]!.GetValue<string>(),
            ["Folio__Tenant"] = "diku",
            ["Folio__Credentials__UserName"] = "reader",
            ["Folio__Credentials__Password"] = "wrong",
        });

        Assert.That(ended, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
        Assert.That(errors, Does.Contain("warn:").And.Contain("wrong user name"));
    }

    [Test]
    public async Task Environment_WithOtherUserSecrets_WinsOverThem()
    {
        await using var host = await FakeHost.StartAsync("--file", Path.Combine(AppContext.BaseDirectory, "example.json"), "--log", "false");
        var folder = Directory.CreateTempSubdirectory("user-secrets-");
        var secrets = folder.CreateSubdirectory("Microsoft/UserSecrets/polaris-client-sample-save-bib-record");
        await File.WriteAllTextAsync(Path.Combine(secrets.FullName, "secrets.json"), """{ "Polaris:BaseAddress": "http://127.0.0.1:1/" }""");

        var (ended, output, errors) = await RunAsync(
            "dotnet",
            [SamplePrograms.PathOf("SaveBibRecord"), "--bib-id", "5", "--hide", "--yes", "--answer", "continue"],
            new(Live(host)) { ["APPDATA"] = folder.FullName });

        folder.Delete(recursive: true);
        Assert.That(ended, Is.Zero, output + errors);
        Assert.That(output, Does.Contain(host.Ready["polaris"]!.GetValue<string>()));
    }

    [Test]
    public async Task SaveBibRecord_AsJson_WritesOneObjectToTheOutput()
    {
        var (ended, output, errors) = await RunAsync("dotnet", [SamplePrograms.PathOf("SaveBibRecord"), "--answer", "continue", "--json"]);

        var json = JsonNode.Parse(output)!;
        Assert.That(ended, Is.Zero);
        Assert.That(json["outcome"]!.GetValue<string>(), Is.EqualTo("Completed"));
        Assert.That(json["prompts"]!.AsArray().Select(prompt => prompt!["id"]!.GetValue<int>()), Is.EqualTo(new[] { 66 }));
        Assert.That(errors, Does.Contain("Lock released."));
    }

    /// <summary>Returns the path of the bundled file.</summary>
    private static string Place(string option) => option == Example ? Path.Combine(Path.GetDirectoryName(SamplePrograms.PathOf("MarcTool"))!, "../../../", Example) : option;

    private static Dictionary<string, string?> Live(FakeHost host) => new()
    {
        ["Polaris__BaseAddress"] = host.Ready["polaris"]!.GetValue<string>(),
        ["Polaris__OrganizationId"] = "3",
        ["Polaris__WorkstationId"] = "1242",
        ["Polaris__Credentials__Domain"] = "MYLIB",
        ["Polaris__Credentials__UserName"] = "cataloger",
        ["Polaris__Credentials__Password"] = "opensesame",
    };

    private static async Task<JsonNode> AdminAsync(FakeHost host, string what)
    {
        using var http = new HttpClient();
        return JsonNode.Parse(await http.GetStringAsync(new Uri($"{host.Ready["admin"]}polaris/{what}")))!;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string program, string[] arguments, Dictionary<string, string?>? settings = null, string folder = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["DOTNET_NOLOGO"] = "true";
        foreach (var (name, value) in settings ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
