using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Testing;

/// <summary>The client sends nothing the fake finds unexpected, and understands what it answers.</summary>
public sealed class FakePolarisWithTheClientTests : FakeFixture
{
    [Test]
    public async Task ObjectLocks_AllSevenCalls_AreUnderstood()
    {
        await Client.ObjectLocks.LockAsync(ObjectType.Patron, 29937);
        await Client.ObjectLocks.LockAsync(ObjectType.ItemRecord, [847, 2395843]);
        ObjectLock? found = await Client.ObjectLocks.FindAsync(ObjectType.Patron, 29937);
        ObjectLock? missing = await Client.ObjectLocks.FindAsync(ObjectType.Patron, 1);
        int own = (await Client.ObjectLocks.ListAsync()).Count;
        int all = (await Client.ObjectLocks.ListAsync(allUsers: true)).Count;
        await Client.ObjectLocks.UnlockAsync(ObjectType.Patron, 29937);
        await Client.ObjectLocks.UnlockAllAsync();

        Assert.That(found!.ObjectId, Is.EqualTo(29937));
        Assert.That(missing, Is.Null);
        Assert.That(own, Is.EqualTo(3));
        Assert.That(all, Is.EqualTo(3));
        Assert.That(Fake.Locks, Is.Empty);
        Assert.That(Fake.SignIns, Is.EqualTo(1));
    }

    [Test]
    public async Task BibSave_ThroughAllItsPrompts_IsExecutedOnce()
    {
        MarcRecord marc = new MarcRecord("00000nam a22000007i 4500")
            .Control("001", "5").Field("020", ' ', ' ', ('a', "1551433249")).Field("245", '1', '0', ('a', "Frog Face"));
        Fake.WithBib(5).WithBib(6, marc: marc, doNotOverlay: true).WithBib(7, marc: marc);

        await using (await Client.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 5))
        {
            await Client.Workflows.RunAsync(
                new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false, RecordOwnerId = 1, Marc = marc },
                new PromptHandlers()
                    .Always(WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Continue)
                    .On<DuplicateBibRecordsPrompt>(prompt => prompt.Replace(prompt.Duplicates))
                    .On<ReplacementErrorsPrompt>(prompt => prompt.Continue()));
        }

        Assert.That(Fake.Bibs.Keys.Order(), Is.EqualTo(new[] { 5, 6 }));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task AuthoritySave_ThroughItsPrompts_IsExecutedOnce()
    {
        Fake.WithAuthority(925310, "Frogs").WithAuthority(925311, "Karate", linkedBibs: 4);
        MarcRecord marc = new MarcRecord("00000nz  a2200000o  4500").Field("150", ' ', ' ', ('a', "Frogs"));

        await Client.Workflows.RunAsync(
            new AddOrUpdateAuthorityRecord { AuthorityRecordId = 925311, Marc = marc },
            new PromptHandlers()
                .On<DuplicateAuthorityRecordsPrompt>(prompt => prompt.Continue())
                .On<ManageLinkedRecordsPrompt>(prompt => prompt.Continue(bibOption: 0, seeAlsoOption: 0)));

        Assert.That(Fake.Authorities[925311].Heading, Is.EqualTo("Frogs"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public void Run_WrongPassword_IsTriedOnce()
    {
        Fake.WithUser(FakePolaris.DefaultDomain, FakePolaris.DefaultUserName, "changed");

        Assert.That(() => Client.ObjectLocks.ListAsync(), Throws.InstanceOf<AuthenticationFailedException>());
        Assert.That(Fake.RefusedSignIns, Is.EqualTo(1));
        Assert.That(Fake.Journal, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Run_LostAnswerToAReply_IsRecovered()
    {
        Fake.WithBib(5).Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "PUT" });

        await Client.Workflows.RunAsync(
            new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false },
            new PromptHandlers().Always(WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Continue));

        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(Fake.Bibs[5].DisplayInPac, Is.False);
        Assert.That(Fake.Journal.Select(exchange => exchange.Method), Is.EqualTo(new[] { "POST", "POST", "PUT", "GET" }));
    }
}
