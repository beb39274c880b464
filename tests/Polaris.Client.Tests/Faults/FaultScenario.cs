using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults;

/// <summary>What the client does in a run, chosen by the seed.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Target">The record that is locked and saved.</param>
/// <param name="RunAsync">The work; gives the outcome.</param>
internal sealed record FaultScenario(
    string Name, ObjectReference Target, Func<PolarisClient, PromptHandlers, CancellationToken, Task<WorkflowOutcome>> RunAsync)
{
    private static readonly WorkflowRequestType Scripted = (WorkflowRequestType)27;

    private static readonly MarcRecord Book = new MarcRecord("00000nam a22000007i 4500")
        .Control("001", "5").Field("020", ' ', ' ', ('a', "1551433249")).Field("245", '1', '0', ('a', "Frog Face"));

    private static readonly MarcRecord Heading = new MarcRecord("00000nz  a2200000n  4500")
        .Control("001", "1").Field("150", ' ', ' ', ('a', "Frogs"));

    public static FaultScenario Choose(Random random, FakePolaris fake) => random.Next(7) switch
    {
        0 => Of("hide a bib", Bib, new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false }),
        1 => Of("save a bib with duplicates", Bib, new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false, Marc = Book }),
        2 => Of("save a bib without prompts", Bib, new AddOrUpdateBibRecord { BibRecordId = 5, DoNotOverlay = true }),
        3 => Of("change a heading", Authority, new AddOrUpdateAuthorityRecord { AuthorityRecordId = 1, Marc = Heading }),
        4 => Of("a scripted workflow", Patron, Script(random.Next(7), fake)),
        5 => StepByStep(new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false }),
        _ => Several(new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false }),
    };

    public static FakePolaris Fill(FakePolaris fake) => fake
        .WithBib(5).WithBib(6, marc: Book, doNotOverlay: true).WithBib(7, marc: Book)
        .WithAuthority(1, "Toads", linkedBibs: 3).WithAuthority(2, "Frogs");

    private static ObjectReference Bib => new(ObjectType.BibliographicRecord, 5);

    private static ObjectReference Authority => new(ObjectType.AuthorityRecord, 1);

    private static ObjectReference Patron => new(ObjectType.Patron, 29937);

    private static FaultScenario Of<TAnswer>(string name, ObjectReference target, WorkflowRequest<TAnswer> request)
        where TAnswer : class => new(name, target, async (polaris, handlers, token) =>
    {
        await using var lease = await polaris.ObjectLocks.AcquireAsync(target.ObjectType, target.ObjectId, Patience, token);
        return (await polaris.Workflows.RunAsync(request, handlers, token)).Outcome;
    });

    /// <summary>Two processes: one starts and writes a bookmark, another goes on.</summary>
    private static FaultScenario StepByStep(UpdateBibRecord request) => new("step by step", Bib, async (polaris, handlers, token) =>
    {
        await using var lease = await polaris.ObjectLocks.AcquireAsync(Bib.ObjectType, Bib.ObjectId, Patience, token);
        var talk = await polaris.Workflows.StartAsync(request, token);
        if (talk.PendingPrompt is not null)
        {
            var bookmark = WorkflowBookmark.FromJson(talk.ToBookmark().ToJson());
            talk = await polaris.With().Workflows.ResumeAsync(UpdateBibRecord.Kind, bookmark, token);
        }

        return (await polaris.Workflows.RunAsync(talk, handlers, token)).Outcome;
    });

    private static FaultScenario Several(UpdateBibRecord request) => new("several locks", Bib, async (polaris, handlers, token) =>
    {
        await using var lease = await polaris.ObjectLocks.AcquireAsync([Patron, Bib, Authority], Patience, token);
        return (await polaris.Workflows.RunAsync(request, handlers, token)).Outcome;
    });

    private static AcquireOptions Patience => new() { WaitUpTo = TimeSpan.FromSeconds(20) };

    /// <summary>Some prompts with the same and with different numbers and buttons, then the work.</summary>
    private static CustomWorkflow Script(int prompts, FakePolaris fake)
    {
        fake.OnWorkflow(Scripted, talk =>
            talk.Replies.Any(reply => reply.WorkflowPromptResult == WorkflowPromptResult.Cancel) ? FakeWorkflowOutcome.Cancel()
            : talk.Replies.Count < prompts ? FakeWorkflowOutcome.Ask(PromptNumber(talk.Replies.Count))
            : FakeWorkflowOutcome.Complete());
        return new CustomWorkflow { RequestType = Scripted, Data = JsonDocument.Parse("{}").RootElement };
    }

    private static FakePrompt PromptNumber(int number) =>
        new((WorkflowPromptId)(900 + (number / 2)), (WorkflowPromptOptions)(1 + (number % 9)));
}
