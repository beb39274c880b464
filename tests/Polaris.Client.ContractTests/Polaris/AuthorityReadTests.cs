using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>Reads of authority records. The responses are designed from the members that the vendor's pages list.</summary>
[TestFixture]
public sealed class AuthorityReadTests : PolarisContractTest
{
    [Test]
    public async Task GetAsync_Record_IsRead()
    {
        On("GET authorityrecords/2655").Answers(Answer.Json(200, """
            {
              "AuthorityRecordID": 2655, "RecordStatusID": 1, "CreatorID": 1, "CreatorName": "PolarisExec", "ModifierID": null,
              "Heading": "Trembath, Don", "BrowseHeading": "Trembath, Don", "BrowseHeadingNonFilingCount": 0, "LinkedBibCount": 4,
              "HasSeeAlsoFrom": "1", "ImportedDate": null, "MARCKindOfRecord": "Established heading"
            }
            """));

        AuthorityRecord record = await CreateClient().AuthorityRecords.GetAsync(2655);

        AssertRequests(SignIn, "GET authorityrecords/2655");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.AuthorityRecordId, Is.EqualTo(2655));
            Assert.That(record.Heading, Is.EqualTo("Trembath, Don"));
            Assert.That(record.ModifierId, Is.Null);
            Assert.That(record.LinkedBibCount, Is.EqualTo(4));
            Assert.That(record.HasSeeAlsoFrom, Is.EqualTo("1"));
            Assert.That(record.AdditionalMembers!.Keys, Is.EqualTo(["MARCKindOfRecord"]));
        }
    }

    [Test]
    public async Task GetMarcAsync_DisplayForm_IsReadWithItsId()
    {
        On("GET authorityrecords/2655/marcdisplay").Answers(Answer.Json(200, """
            {
              "AuthorityRecordID": 2655, "leader": "00000nz  a2200000n  4500", "controlfields": [{ "tag": "001", "data": "2655" }],
              "datafields": [{ "tag": "100", "ind1": "1", "ind2": " ", "subfields": [{ "code": "a", "data": "Trembath, Don" }] }]
            }
            """));

        var record = await CreateClient().AuthorityRecords.GetMarcAsync(2655);

        AssertRequests(SignIn, "GET authorityrecords/2655/marcdisplay");
        Assert.That(record.FirstSubfield("100", 'a'), Is.EqualTo("Trembath, Don"));
        Assert.That(record.AdditionalMembers!["AuthorityRecordID"].GetInt32(), Is.EqualTo(2655));
    }
}
