using Polaris.Client.ObjectLocks;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The snippets that can run without a server do run.</summary>
public sealed class ReadmeTests
{
    [Test]
    public Task TestYourOwnProgram_OfTheReadme_RunsAsShown() => ReadmeSnippets.TestAsync();

    [Test]
    public Task Testing_Time_RunsAsShown() => TestingSnippets.TimeAsync();

    [Test]
    public Task Testing_Script_RunsAsShown() => TestingSnippets.ScriptAsync();

    [Test]
    public Task Testing_Folio_RunsAsShown() => TestingSnippets.FolioAsync();

    [Test]
    public void Testing_Stub_ThrowsAsALockedRecordDoes() =>
        Assert.That(Assert.ThrowsAsync<ObjectLockedException>(() => new LockedWithdrawals().HideAsync(1))!.Holder!.WorkstationId, Is.EqualTo(15));

    [Test]
    public Task Folio_Records_RunAsShown() => FolioSnippets.RecordsAsync();

    [Test]
    public Task Folio_Inventory_RunsAsShown() => FolioSnippets.InventoryAsync();

    [Test]
    public Task PromptLoop_StepByStep_RunsAsShown() => PromptLoopSnippets.StepByStepAsync();

    [Test]
    public Task WebApplications_PromptAndAnswer_RunAsShown() => WebApplicationSnippets.ReplaceADuplicateAsync();

    [Test]
    public async Task Telemetry_Listener_PrintsAsShown()
    {
        var written = new StringWriter();
        var before = Console.Out;
        Console.SetOut(written);
        try
        {
            await TelemetrySnippets.PrintAsync();
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.That(written.ToString(), Does.Contain("polaris.client.sign_ins 1 {sign_in}"));
    }
}
