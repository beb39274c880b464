using Polaris.Client.Circulation;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>Changes of patrons, with the bodies of the vendor's pages.</summary>
[TestFixture]
public sealed class PatronChangeTests : PolarisContractTest
{
    [TestCase("true", true)]
    [TestCase("false", false)]
    public async Task RemoveBlockAsync_Block_ReturnsWhetherItWasRemoved(string body, bool removed)
    {
        On("DELETE patrons/5/blocks/3/4").Answers(Answer.Json(200, body));

        Assert.That(await CreateClient().Patrons.RemoveBlockAsync(5, 3, 4), Is.EqualTo(removed));

        AssertRequests(SignIn, "DELETE patrons/5/blocks/3/4");
    }

    [Test]
    public async Task AddAssociationsAsync_Associations_AreSentAndReturned()
    {
        On("POST patrons/5/associations", """
            [{ "LinkedPatronId": 189172, "Note": "Stepson", "BlockMe": false }, { "LinkedPatronId": 189171, "BlockMe": true }]
            """).Answers(Answer.Json(200, """[{ "LinkedPatronID": 189172 }, { "LinkedPatronID": 189171 }]"""));

        IReadOnlyList<PatronAssociation> all = await CreateClient().Patrons.AddAssociationsAsync(5,
        [
            new NewPatronAssociation { LinkedPatronId = 189172, Note = "Stepson" },
            new NewPatronAssociation { LinkedPatronId = 189171, BlockMe = true },
        ]);

        AssertRequests(SignIn, "POST patrons/5/associations");
        Assert.That(all.Select(row => row.LinkedPatronId), Is.EqualTo([189172, 189171]));
    }

    [TestCase(200)]
    [TestCase(201)]
    public async Task AddNonBlockingNoteAsync_Note_IsSent(int status)
    {
        On("POST patrons/5?type=nonblockingnotes", """{ "NonBlockingStatusNotes": "Card at the desk" }""").Answers(status);

        await CreateClient().Patrons.AddNonBlockingNoteAsync(5, "Card at the desk");

        AssertRequests(SignIn, "POST patrons/5?type=nonblockingnotes");
    }

    [Test]
    public async Task SetFlagAsync_Flag_IsSent()
    {
        On("PATCH patrons/5?type=flags", """{ "Code": "ExtendedLoanPeriods", "Value": true }""").Answers(204);

        await CreateClient().Patrons.SetFlagAsync(5, "ExtendedLoanPeriods", true);

        AssertRequests(SignIn, "PATCH patrons/5?type=flags");
    }

    [Test]
    public async Task RenewMembershipAsync_Membership_IsSent()
    {
        On("PATCH patrons/5?type=membership", """
            {
              "OverridePolicy": true, "PatronCodeID": 1, "ExpirationDate": "2023-04-30T00:00:00+00:00", "MembershipSubscriptionYears": 1,
              "StatisticalClassCode": "MOE", "Fees": [{ "Fee": 10.5, "FeeReasonCodeID": 7 }]
            }
            """).Answers(204);

        await CreateClient().Patrons.RenewMembershipAsync(5, new PatronMembership
        {
            OverridePolicy = true,
            PatronCodeId = 1,
            ExpirationDate = new DateTimeOffset(2023, 4, 30, 0, 0, 0, TimeSpan.Zero),
            MembershipSubscriptionYears = 1,
            StatisticalClassCode = "MOE",
            Fees = [new PatronFee { Fee = 10.5m, FeeReasonCodeId = 7 }],
        });

        AssertRequests(SignIn, "PATCH patrons/5?type=membership");
    }

    [Test]
    public async Task UpdateCardAsync_BarcodeOrStatus_IsSentAlone()
    {
        On("PATCH patrons/5?type=membershipcard", """{ "Barcode": "1234556789" }""").Answers(200);
        On("PATCH patrons/6?type=membershipcard", """{ "Status": "lost-mid" }""").Answers(200);
        var patrons = CreateClient().Patrons;

        await patrons.UpdateCardAsync(5, new PatronCard { Barcode = "1234556789" });
        await patrons.UpdateCardAsync(6, new PatronCard { Status = "lost-mid" });

        AssertRequests(SignIn, "PATCH patrons/5?type=membershipcard", "PATCH patrons/6?type=membershipcard");
    }

    [Test]
    public async Task ReplaceNotesAsync_Notes_AreSentAndNoneAsNull()
    {
        On("POST patrons/5/notes", """{ "BlockingStatusNotes": null, "NonBlockingStatusNotes": ["first", "second"] }""").Answers(200);

        await CreateClient().Patrons.ReplaceNotesAsync(5, [], ["first", "second"]);

        AssertRequests(SignIn, "POST patrons/5/notes");
    }

    [Test]
    public void SetFlagAsync_LostResponse_IsNotSentAgain()
    {
        On("PATCH patrons/5?type=flags", """{ "Code": "A", "Value": false }""").Answers(Unavailable);

        var failed = Assert.ThrowsAsync<RequestFailedException>(() => CreateClient().Patrons.SetFlagAsync(5, "A", false))!;

        AssertRequests(SignIn, "PATCH patrons/5?type=flags");
        Assert.That(failed.MayHaveBeenProcessed, Is.True);
    }
}
