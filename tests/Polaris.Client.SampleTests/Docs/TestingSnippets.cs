using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
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
        fake.OnWorkflow(WorkflowRequestType.DeleteBibRecords, workflow => workflow switch
        {
            { IsCanceled: true } => FakeWorkflowOutcome.Cancel(),
            { Replies.Count: 0 } => FakeWorkflowOutcome.Ask(FakePrompts.ConfirmBibDelete()),
            _ => FakeAnswers.Deleted(1126739),
        });
        // end
        await using var polaris = fake.CreateClient();

        // snippet
        var canceled = await polaris.Workflows.RunAsync(
            new DeleteBibRecords { BibRecordIds = [1126739] },
            new PromptHandlers().Otherwise(prompt => prompt.Cancel()));

        Assert.That(canceled.IsCanceled, Is.True);
        Assert.That(fake.ExecutedOperations, Is.Zero);
        // end
        var deleted = await polaris.Workflows.RunAsync(
            new DeleteBibRecords { BibRecordIds = [1126739] },
            new PromptHandlers().On<ConfirmBibDeletePrompt>(prompt => prompt.Continue()));
        Assert.That(deleted.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(fake.ExecutedOperations, Is.EqualTo(1));
    }

    public static async Task FolioAsync()
    {
        // snippet
        var fake = new FakeFolio();
        await using var folio = fake.CreateClient();

        await AddSourceAsync(folio, "Local"); // your code

        Assert.That(await folio.HoldingsSources.FindByNameAsync("Local"), Is.Not.Null);
        fake.AssertNoUnexpectedRequests();
        // end
        static Task AddSourceAsync(FolioClient folio, string name) => folio.HoldingsSources.GetOrCreateAsync(name);
    }

    public static void Faults(FakePolaris fake)
    {
        // snippet
        fake.Faults.Add(FaultKind.ResetAfterProcessing); // the next response is lost
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

// snippet
public interface IWithdrawals
{
    Task HideAsync(int bibRecordId, CancellationToken cancellationToken = default);
}

public sealed class LockedWithdrawals : IWithdrawals
{
    public Task HideAsync(int bibRecordId, CancellationToken cancellationToken = default) => throw new ObjectLockedException(
        "The record is locked.",
        new ObjectLock { ObjectId = bibRecordId, WorkstationId = 15 },
        new ApiFailure { StatusCode = HttpStatusCode.Conflict, ErrorCode = ObjectLockedException.LockConflictCode });
}
// end
