using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Polaris.Client.Marc;
using Polaris.Client.Testing;
using PolarisFake;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The program in a process of its own, against a hosted server: killed at random moments, it continues from its journal.</summary>
/// <remarks>
/// POLARIS_IMPORT_KILLS, POLARIS_IMPORT_RECORDS and POLARIS_IMPORT_SEED make a long version, POLARIS_IMPORT_THROUGHPUT=10000 measures the rate, on a
/// machine that does nothing else. The server responds after 5 ms, so that the program is
/// nearly always killed with requests in flight.
/// </remarks>
public sealed class ImportMarcKillTests : ImportMarcProgramTest
{
    private static readonly string[] Faults =
    [
        """{"kind":"ResetAfterProcessing","method":"POST","path":"workflow"}""",
        """{"kind":"ResetBeforeProcessing","method":"POST","path":"workflow"}""",
        """{"kind":"ResetAfterProcessing","method":"PUT","path":"workflow"}""",
        """{"kind":"TruncatedAnswer","method":"GET"}""",
    ];

    [TestCase("sendAgain")]
    [TestCase("keep")]
    public async Task Import_KilledAndStartedAgain_EndsWithTheSameSumsAndSavesNothingTwice(string inDoubtRule)
    {
        var policy = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "policy.json"));
        await File.WriteAllTextAsync(PathOf("policy.json"), policy.Replace("\"sendAgain\"", $"\"{inDoubtRule}\"", StringComparison.Ordinal));
        var kills = Setting("POLARIS_IMPORT_KILLS", 3);
        var random = new Random(Setting("POLARIS_IMPORT_SEED", 1));
        var (_, expected) = await RunAsync("undisturbed");
        var executed = await CountAsync("operations");
        var stored = await StoredAsync();
        await AdminAsync("reset", "");
        await LockAsync();

        for (var kill = 0; kill < kills; kill++)
        {
            foreach (var fault in Faults)
            {
                await AdminAsync("polaris/faults", fault);
            }

            await KillAsync(await CountAsync("operations") + (executed / (kills + 1) / 2) + random.Next(executed / (kills + 1) / 2), random.Next(30));
        }

        var (exitCode, sums) = await RunAsync("killed");

        var outcomes = sums["outcomes"]!.AsObject();
        var inDoubt = Sum(sums, "inDoubt");
        TestContext.Out.WriteLine($"undisturbed {expected["outcomes"]!.ToJsonString()}");
        TestContext.Out.WriteLine($"killed {kills} times {outcomes.ToJsonString()}");
        var lines = await File.ReadAllLinesAsync(PathOf("killed/report.csv"));
        var foundAgain = lines.Count(line => line.Contains("Found ", StringComparison.Ordinal));
        TestContext.Out.WriteLine($"{foundAgain} had been saved before and were found by looking for them");
        Assert.That(inDoubtRule == "keep" ? inDoubt : foundAgain, Is.Positive, "otherwise nothing was in flight, and the test proves nothing");
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(Sum(sums, "read"), Is.EqualTo(Sum(expected, "read")));
            Assert.That(outcomes.Sum(outcome => outcome.Value!.GetValue<int>()), Is.EqualTo(Sum(sums, "read")));
            Assert.That(
                outcomes.Sum(outcome => Math.Max(0, Sum(expected, outcome.Key) - outcome.Value!.GetValue<int>())),
                Is.EqualTo(inDoubt),
                "only what is in doubt is missing elsewhere");
        });
        Assert.That(lines.Count(line => line.Contains(",inDoubt,", StringComparison.Ordinal)), Is.EqualTo(inDoubt));
        var now = await StoredAsync();
        Assert.That(now.Where(record => record.Value > stored.GetValueOrDefault(record.Key)), Is.Empty, "no record is stored more often");
        Assert.That(stored.Where(record => now.GetValueOrDefault(record.Key) < record.Value).Count(), Is.LessThanOrEqualTo(inDoubt));
        Assert.That((await AdminAsync("polaris/locks")).AsArray().Select(held => held!["workstation"]!.GetValue<int>()), Is.EqualTo(new[] { 15 }));
        Assert.That((await AdminAsync("polaris/unexpected")).AsArray(), Is.Empty);
    }

    [Test]
    public async Task Import_AtEightWorkstations_KeepsUpWithTheLatencyInConstantMemory()
    {
        const int Workers = 8;
        var count = Setting("POLARIS_IMPORT_THROUGHPUT", 400);
        await File.WriteAllTextAsync(PathOf("slow.json"), """{"polaris":{"options":{"Latency":"00:00:00.020"}}}""");
        await using var host = await FakeHost.StartAsync("--file", PathOf("slow.json"), "--log", "false");
        await File.WriteAllBytesAsync(PathOf("sample.mrc"), NewRecords(count));
        var before = await RateOfBareRequestsAsync(host, Workers, 0, count);
        var program = Start("fast", host, "1,2,3,4,5,6,7,8");
        var output = program.StandardOutput.ReadToEndAsync();
        List<long> megabytes = [];
        while (!program.WaitForExit(TimeSpan.FromSeconds(0.5)))
        {
            program.Refresh();
            megabytes.Add(program.WorkingSet64 >> 20);
        }

        var allowed = (before + await RateOfBareRequestsAsync(host, Workers, count, count)) / 2;
        var sums = JsonNode.Parse(await output)!;
        var rate = count / sums["seconds"]!.GetValue<double>();
        TestContext.Out.WriteLine($"{count} records: {rate:0} a second; bare requests before and after: {allowed:0} a second; {rate / allowed:P0}; {Workers / 0.02:0} without any overhead");
        TestContext.Out.WriteLine($"megabytes: {string.Join(" ", megabytes)}");
        Assert.That(Sum(sums, "saved"), Is.EqualTo(count));
        Assert.That(rate, Is.GreaterThan(count < 10_000 ? 1 / 0.02 : 0.9 * allowed), "more than one worker could do; with 10,000 records, 90 % of what is possible");
        Assert.That(megabytes.Skip(megabytes.Count / 2).DefaultIfEmpty().Max(), Is.LessThan(200));
    }

    [TestCase(1)]
    [TestCase(2)]
    [Platform(Exclude = "Win")]
    public async Task Import_InterruptedByCtrlC_CompletesWhatItHasSentAndContinues(int times)
    {
        var program = Start("stopped");
        await ReachAsync(program, 50);
        for (var time = 0; time < times; time++)
        {
            // The shell has its own kill; the program of this name may be missing.
            using var interrupt = Process.Start("/bin/sh", ["-c", $"kill -INT {program.Id}"]);
            await interrupt.WaitForExitAsync();
        }

        var errors = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.That(program.ExitCode, Is.EqualTo(130), errors);
        Assert.That(errors, Does.Contain("Stopping"), "otherwise the user presses it again, or kills the program");
        Assert.That(await File.ReadAllTextAsync(PathOf("stopped/report.json")), Does.Contain("\"inDoubt\": 0").And.Contain("start it again to continue"));

        var (exitCode, sums) = await RunAsync("stopped");
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(Sum(sums, "inDoubt"), Is.Zero);
    }

    /// <summary>Starts the program, and kills it as soon as the server has executed some more operations.</summary>
    private async Task KillAsync(int operations, int milliseconds)
    {
        var program = Start("killed");
        await ReachAsync(program, operations);
        var watch = Stopwatch.StartNew();
        while (watch.ElapsedMilliseconds < milliseconds)
        {
            Thread.SpinWait(100);
        }

        program.Kill();
        await program.WaitForExitAsync();
        Assert.That(program.ExitCode, Is.Not.Zero.And.Not.EqualTo(1), "it was killed before its end");
    }

    /// <summary>Returns records that are not like each other.</summary>
    private static byte[] NewRecords(int count)
    {
        using var stream = new MemoryStream();
        foreach (var number in Enumerable.Range(1, count))
        {
            stream.Write(MarcWriter.ToBytes(new MarcRecord()
                .Control("001", $"{number}").Control("003", "XxTest")
                .Field("020", ' ', ' ', ('a', $"978{number:0000000000}")).Field("100", '1', ' ', ('a', $"Author {number}"))
                .Field("245", '1', '0', ('a', $"Title {number} /"), ('c', "a sample.")).Field("520", ' ', ' ', ('a', new string('x', 1000)))));
        }

        return stream.ToArray();
    }

    /// <summary>Measures what the latency, this server and this machine allow: the bare requests, prepared, without the library.</summary>
    private async Task<double> RateOfBareRequestsAsync(FakeHost host, int workers, int first, int count)
    {
        var root = host.Ready["polaris"]!.GetValue<string>() + "Polaris.ApplicationServices/api/v1/eng/20/";
        using var signIn = new HttpRequestMessage(HttpMethod.Post, root + "authentication/staffuser") { Content = new ByteArrayContent([]) };
        var user = $"{FakePolaris.DefaultDomain}\\{FakePolaris.DefaultUserName}:{FakePolaris.DefaultPassword}";
        signIn.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
        using var signedIn = await Http.SendAsync(signIn);
        var token = JsonNode.Parse(await signedIn.Content.ReadAsStringAsync())!;
        var authorization = new AuthenticationHeaderValue("PAS", $"polaris:{token["AccessToken"]}:{token["AccessSecret"]}");
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(1, workers).Select(async worker =>
        {
            for (var number = first + worker; number <= first + count; number += workers)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{root}polaris/3/{worker}/workflow")
                {
                    Content = new StringContent(SaveOf(number, worker), Encoding.UTF8, "application/json"),
                };
                request.Headers.Authorization = authorization;
                using var response = await Http.SendAsync(request);
                Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("\"WorkflowStatus\":1,"));
            }
        }));
        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Returns a save as the program sends it, of a record unlike those of the file.</summary>
    private static string SaveOf(int number, int workstation) => $$$"""
        {"WorkflowRequestType":13,"TxnBranchID":3,"TxnUserID":1,"TxnWorkstationID":{{{workstation}}},"WorkflowReplies":null,"RequestExtension":
        {"WorkflowRequestExtensionType":12,"Data":{"IsTemplate":false,"IsNewRecord":true,"DisplayInPAC":true,"RecordOwnerID":3,"MARC21Collection":
        {"records":[{"id":0,"leader":"00000nam a2200000 i 4500","controlfields":[{"tag":"001","data":"bare{{{number}}}","position":1}],"datafields":[
        {"tag":"020","ind1":" ","ind2":" ","position":2,"subfields":[{"code":"a","data":"979{{{number:0000000000}}}"}]},
        {"tag":"245","ind1":"1","ind2":"0","position":3,"subfields":[{"code":"a","data":"Bare title {{{number}}}"}]},
        {"tag":"520","ind1":" ","ind2":" ","position":4,"subfields":[{"code":"a","data":"{{{new string('x', 1000)}}}"}]}]} ]} } }}
        """;
}
