using Microsoft.Extensions.DependencyInjection;
using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/testing.md.</summary>
internal static class TestingSnippets
{
    public static void Register(IServiceCollection services, FakePolaris fake)
    {
        // snippet
        services.AddPolarisClient(fake.Configure).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
        // end
    }

    public static async Task ScriptAsync()
    {
        var fake = new FakePolaris();

        // snippet
        fake.OnWorkflow(WorkflowRequestType.DeleteBibRecords, workflow =>
            workflow.Replies.Count == 0
                ? FakeWorkflowOutcome.Ask(FakePrompts.ConfirmBibDelete())
                : FakeAnswers.Deleted(1126739));
        // end
        await using var polaris = fake.CreateClient();
        var deleted = await polaris.Workflows.RunAsync(
            new DeleteBibRecords { BibRecordIds = [1126739] },
            new PromptHandlers().On<ConfirmBibDeletePrompt>(prompt => prompt.Continue()));
        Assert.That(deleted.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    public static void Faults(FakePolaris fake)
    {
        // snippet
        fake.Faults.Add(FaultKind.ResetAfterProcessing); // the next answer is lost
        fake.Faults.Randomly(seed: 4711, rate: 0.05, FaultKind.ConnectionRefused, FaultKind.ServiceUnavailable);
        // end
    }

    public static void Addresses(FakePolaris fake)
    {
        // snippet
        fake.On(HttpMethod.Get, "itemrecords/{id}", request => FakeResponse.Json($$"""{"ItemRecordID":{{request["id"]}}}"""));
        // end
    }

    public static async Task TimeAsync()
    {
        // snippet
        var time = new ManualTimeProvider();
        var fake = new FakePolaris(new FakePolarisOptions { TimeProvider = time, TokenLifetime = TimeSpan.FromMinutes(30) });
        await using var polaris = fake.CreateClient(time: time);

        await polaris.ObjectLocks.ListAsync();
        time.Advance(TimeSpan.FromMinutes(31));
        await polaris.ObjectLocks.ListAsync();

        Assert.That(fake.SignIns, Is.EqualTo(2));
        // end
    }
}
