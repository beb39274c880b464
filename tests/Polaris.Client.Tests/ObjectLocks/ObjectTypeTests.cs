using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Tests.ObjectLocks;

public sealed class ObjectTypeTests
{
    /// <summary>The vendor's table, row by row.</summary>
    private const string Table = """
        1 Authority Record
        2 Bibliographic Record
        3 Item Record
        4 Authority Template
        5 Bibliographic Template
        6 Item Template
        7 Record Set
        8 Polaris User
        9 Organization
        10 Library
        11 Branch
        12 Collection
        13 Contact Person
        14 Claim
        15 Invoice
        16 Invoice Line Item
        17 Fiscal Year
        18 Fund
        19 Purchase Order
        20 Purchase Order Line Item
        21 Selection List
        22 Selection List Line Item
        24 Serial Holdings Record
        25 Serial Issue
        26 Supplier Record
        27 Patron
        28 Hold Request
        29 Reserve Course
        30 ILL Request
        31 Check Out
        32 Patron Address
        33 Credit Card
        34 Payment History
        35 Transaction History
        36 Serial Check-In
        37 Claim Serial
        38 Receiving
        39 Workstation
        40 Server
        41 System
        42 Admin Explorer
        43 Standing Order Part
        44 Patron Status
        45 Claim Alert List
        46 Request To Fill
        47 Patron Claim
        48 Patron Fee
        49 Purchase Order Templates
        50 Serial Holdings Record (Standing Order)
        51 Serial Holdings Record (Subscription)
        52 Browse Headings
        53 Database
        54 Multiple Servers
        55 Purchase Order Line Item Segment
        56 Invoice Line Item Segment
        57 Selection List Line Item Segment
        58 Route List
        59 Lost Item
        60 Subscription
        61 Subscription List
        62 Groups
        63 Polaris Export
        64 Permission
        65 Publication Pattern
        67 Purge Criteria
        68 Reserve Item Template
        69 Reserve Item Record
        70 Reserve Course Template
        71 Import Profile
        72 Bibliographic Bulk Change Job
        73 Authority Bulk Change Job
        74 Authority Create Links Job
        75 Authority Update Links Job
        76 Quick-circ Item
        77 ILS Store Order
        78 Media Resource Record
        79 Item Record History
        80 Import Job
        81 Community Record
        82 Browse Headings (CI)
        83 Promotions
        84 Event Record
        85 EDI ASN
        86 Resource Group
        87 Vendor
        88 Vendor Account
        89 Resource Entity
        90 Event Import Profile
        """;

    private static readonly Dictionary<int, string> Rows = Table.Split('\n').Select(row => row.Trim().Split(' ', 2))
        .ToDictionary(row => int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture), row => row[1]);

    [Test]
    public void ObjectType_Numbers_AreThoseOfTheTable()
    {
        Assert.That(Rows, Has.Count.EqualTo(88));
        Assert.That(Enum.GetValues<ObjectType>().Select(type => (int)type), Is.EquivalentTo(Rows.Keys));
    }

    [Test]
    public void ObjectType_Names_AreTheWordsOfTheTable() =>
        Assert.That(
            Enum.GetValues<ObjectType>().Select(type => type.ToString()),
            Is.EqualTo(Rows.OrderBy(row => row.Key).Select(row => row.Value.Replace(" ", "", StringComparison.Ordinal)
                .Replace("-", "", StringComparison.Ordinal).Trim(')').Replace("(", "", StringComparison.Ordinal)))
                .IgnoreCase);
}
