using Polaris.Client.Circulation;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Circulation;

/// <summary>The workflows that register and delete patrons and record their claims.</summary>
public sealed class PatronWorkflowTests : RecordWorkflowFixture
{
    private static RegisterPatron Registration => new()
    {
        Barcode = "21756000000001",
        PatronCodeId = 2,
        OrganizationId = 3,
        AdditionalMembers = new() { ["Registration"] = Json("""{"NameFirst":"Ada","NameLast":"Byron"}""") },
    };

    [Test]
    public async Task RegisterPatron_KnownAndFurtherProperties_AddsAPatron()
    {
        var result = await Client.Workflows.RunAsync(Registration, new());

        Assert.That(Started(), Is.EqualTo(
            """3/4 {"Barcode":"21756000000001","PatronCodeID":2,"OrganizationID":3,"Registration":{"NameFirst":"Ada","NameLast":"Byron"}}"""));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(Fake.Patrons.Values.Single().Barcode, Is.EqualTo("21756000000001"));
    }

    [Test]
    public void RegisterPatron_BarcodeInUse_FailsAndNamesNoPatron()
    {
        Fake.WithPatron(8, "21756000000001");

        var failed = Assert.ThrowsAsync<WorkflowFailedException>(() => Client.Workflows.RunAsync(Registration, new()))!;

        Assert.That($"{Registration} {failed} {string.Join(' ', Logs.Entries)}", Does.Not.Contain("21756").And.Not.Contain("Byron"));
    }

    [Test]
    public void RegisterPatron_MissingProperty_SendsNothing()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Run(registration => registration.Barcode = null), Throws.InvalidOperationException.With.Message.Contains("Barcode"));
            Assert.That(Run(registration => registration.PatronCodeId = 0), Throws.InvalidOperationException.With.Message.Contains("PatronCodeId"));
            Assert.That(Run(registration => registration.OrganizationId = 0), Throws.InvalidOperationException.With.Message.Contains("OrganizationId"));
        });
        Assert.That(SentAboutWorkflows(), Is.Empty);

        Func<Task> Run(Action<RegisterPatron> change)
        {
            var registration = Registration;
            change(registration);
            return () => Client.Workflows.RunAsync(registration, new());
        }
    }

    [Test]
    public async Task DeletePatrons_OneWithAHold_IsPartlyCompleted()
    {
        Fake.WithPatron(8, "p8").WithPatron(9, "p9").WithHold(1, 9, 5);

        var result = await Client.Workflows.RunAsync(new DeletePatrons { PatronIds = [8, 9] }, new());

        Assert.That(Started(), Is.EqualTo("""7/21 {"PatronRecordIDs":[8,9]}"""));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.PartlyCompleted));
        Assert.That(result.Answer!.DeletedRecordIds, Is.EqualTo([8]));
        Assert.That(result.Answer.BlockedRecordIds, Is.EqualTo([9]));
        Assert.That(Fake.Patrons.Keys, Is.EqualTo([9]));
    }

    [Test]
    public async Task DeletePatrons_OneForWhomAnItemIsHeld_IsKept()
    {
        Fake.WithPatron(9, "p9").With(new FakeHold { Id = 1, PatronId = 9, BibRecordId = 5, StatusId = 6 });

        var result = await Client.Workflows.RunAsync(new DeletePatrons { PatronIds = [9] }, new());

        Assert.That(result.Answer!.BlockedRecordIds, Is.EqualTo([9]));
        Assert.That(Fake.Patrons.Keys, Is.EqualTo([9]));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task DeletePatrons_SuccessWithoutAList_IsUnconfirmed()
    {
        Succeed("[]", "null");

        var result = await Client.Workflows.RunAsync(new DeletePatrons { PatronIds = [8] }, new());

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Unconfirmed));
    }

    [Test]
    public void DeletePatrons_LockedPatron_IsRefused()
    {
        Fake.WithPatron(8, "p8").LockAs("PolarisExec", 15, ObjectType.Patron, 8);

        Assert.ThrowsAsync<ObjectLockedException>(() => Client.Workflows.RunAsync(new DeletePatrons { PatronIds = [8] }, new()));
        Assert.That(Fake.Patrons, Has.Count.EqualTo(1));
    }

    [Test]
    public void DeletePatrons_NoIds_SendsNothing()
    {
        Assert.That(() => Client.Workflows.RunAsync(new DeletePatrons(), new()), Throws.InvalidOperationException);
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public async Task MakeClaim_KnownAndFurtherProperties_SendsThem()
    {
        AskThenAnswer(WorkflowRequestType.MakeClaim, null);

        var result = await Client.Workflows.RunAsync(
            new MakeClaim
            {
                PatronId = 8,
                Claims = [new ItemClaim { ItemRecordId = 17, AdditionalMembers = new() { ["ClaimDate"] = Json("\"2026-01-15\"") } }],
            },
            new());

        Assert.That(Started(), Is.EqualTo("""6/3 {"PatronID":8,"ItemClaimInfo":[{"ItemRecordID":17,"ClaimDate":"2026-01-15"}]}"""));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [Test]
    public void MakeClaim_WithoutPatronOrItem_SendsNothing()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                () => Client.Workflows.RunAsync(new MakeClaim { Claims = [new ItemClaim { ItemRecordId = 17 }] }, new()),
                Throws.InvalidOperationException.With.Message.Contains("PatronId"));
            Assert.That(
                () => Client.Workflows.RunAsync(new MakeClaim { PatronId = 8 }, new()),
                Throws.InvalidOperationException.With.Message.Contains("Claims"));
            Assert.That(
                () => Client.Workflows.RunAsync(new MakeClaim { PatronId = 8, Claims = [new ItemClaim()] }, new()),
                Throws.InvalidOperationException.With.Message.Contains("Claims"));
        });
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }
}
