namespace Polaris.Client.Marc.Tests;

public sealed class MarcRecordTests
{
    private static MarcRecord Sample() => new MarcRecord("00000nam a22000007i 4500")
        .Control("001", "1126739")
        .Control("008", "171108s2001    xxu           000 1 eng d")
        .Field("020", ' ', ' ', ('a', "1-55143-324-0 (pbk.)"))
        .Field("100", '1', ' ', ('6', "880-01"), ('a', "Trembath, Don,"))
        .Field("245", '1', '0', ('a', "Frog Face and the three boys /"), ('c', "Don Trembath."))
        .Field("650", ' ', '1', ('a', "Karate"), ('v', "Fiction."))
        .Field("650", ' ', '1', ('v', "Fiction."), ('a', "School"), ('a', "Bullying"))
        .Field("880", '1', ' ', ('6', "100-01/(N"), ('a', "Трембат, Дон,"));

    [Test]
    public void Lookups_OfFieldsAndSubfields_FindTheFirst()
    {
        MarcRecord record = Sample();

        Assert.Multiple(() =>
        {
            Assert.That(record["001"]!.Data, Is.EqualTo("1126739"));
            Assert.That(record["245"]!['a'], Is.EqualTo("Frog Face and the three boys /"));
            Assert.That(record.FirstSubfield("650", 'a'), Is.EqualTo("Karate"));
            Assert.That(record.FieldsWithTag("650", "245").Select(field => field.Tag), Is.EqualTo(new[] { "245", "650", "650" }));
            Assert.That(record.FieldsWithTag("6XX").Count(), Is.EqualTo(2));
            Assert.That(record["650"]!.SubfieldsWithCode('a', 'v').Count(), Is.EqualTo(2));
            Assert.That(record["999"], Is.Null);
            Assert.That(record.FirstSubfield("245", 'x'), Is.Null);
        });
    }

    [Test]
    public void Helpers_OfABook_AreWhatACatalogerExpects()
    {
        MarcRecord record = Sample();

        Assert.Multiple(() =>
        {
            Assert.That(record.ControlNumber, Is.EqualTo("1126739"));
            Assert.That(record.Title, Is.EqualTo("Frog Face and the three boys"));
            Assert.That(record.Author, Is.EqualTo("Trembath, Don"));
            Assert.That(record.Isbns, Is.EqualTo(new[] { "1551433240" }));
            Assert.That(record.Subjects[0], Is.EqualTo("Karate -- Fiction."));
            Assert.That(record.Language, Is.EqualTo("eng"));
            Assert.That(record.Date1, Is.EqualTo("2001"));
            Assert.That(record.RecordType, Is.EqualTo('a'));
            Assert.That(record["245"]!.Format("a"), Is.EqualTo("Frog Face and the three boys /"));
        });
    }

    [Test]
    public void LinkedFields_OfAFieldAndIts880_FindEachOther()
    {
        MarcRecord record = Sample();

        Assert.That(record.LinkedFields(record["100"]!), Is.EqualTo(new[] { record["880"] }));
        Assert.That(record.LinkedFields(record["880"]!), Is.EqualTo(new[] { record["100"] }));
        Assert.That(record.LinkedFields(record["245"]!), Is.Empty);
    }

    [Test]
    public void Insert_InOrderAndInGroup_FindsThePlace()
    {
        MarcRecord record = Sample();

        record.InsertInOrder(new MarcField("246", '3', ' ', ('a', "Frog face")));
        record.InsertInGroup(new MarcField("600", '1', '0', ('a', "Face, Frog")));

        Assert.That(record.Fields.Select(field => field.Tag), Is.EqualTo(new[] { "001", "008", "020", "100", "245", "246", "650", "650", "600", "880" }));
    }

    [Test]
    public void ReplaceField_OfARepeatedTag_LeavesOneInTheFirstPlace()
    {
        MarcRecord record = Sample().ReplaceField("650", ' ', '0', ('a', "Frogs"));

        Assert.That(record.DataFields.Select(field => field.Tag), Is.EqualTo(new[] { "020", "100", "245", "650", "880" }));
        Assert.That(record.FirstSubfield("650", 'a'), Is.EqualTo("Frogs"));
    }

    [Test]
    public void Subfields_SetByCode_AreReplacedAddedAndRemoved()
    {
        MarcField field = Sample()["245"]!;

        field['a'] = "Other :";
        field['b'] = "new /";
        field['c'] = null;
        field.AddSubfield('h', "[text]", index: 1);

        Assert.That(field.ToText(), Is.EqualTo("245 10 $a Other : $h [text] $b new /"));
    }

    [Test]
    public void Subfields_OfAControlField_AreReadOnly() =>
        Assert.That(() => Sample()["001"]!.Subfields.Add(new MarcSubfield('a', "lost")), Throws.TypeOf<NotSupportedException>());

    [TestCase("9781551433240", "9781551433240")]
    [TestCase("0-19-884082-X(pbk.)", "019884082X")]
    [TestCase("9780198840824:", "9780198840824")]
    [TestCase("(pbk.) 9780198840824", "9780198840824")]
    [TestCase("(pbk.)", null)]
    public void Isbns_WithAQualifier_AreTheNumberAlone(string data, string? expected) => Assert.That(
        new MarcRecord().Field("020", ' ', ' ', ('a', data)).Isbns,
        Is.EqualTo(expected is null ? [] : new[] { expected }));

    [TestCase(null, 0)]
    [TestCase("x", -1)]
    public void SetFixedData_OfABadArgument_NamesIt(string? value, int start) =>
        Assert.That(() => Sample().SetFixedData("008", start, value!), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void FixedData_SetByPosition_ChangesOnlyThat()
    {
        MarcRecord record = Sample();

        record.Language = "fre";
        record.RecordStatus = 'c';

        Assert.That(record.ControlData("008"), Is.EqualTo("171108s2001    xxu           000 1 fre d"));
        Assert.That(record.Leader, Is.EqualTo("00000cam a22000007i 4500"));
        Assert.That(() => record.Language = "en", Throws.ArgumentException);
    }

    [Test]
    public void RemoveFields_OfAPattern_RemovesAllAndCounts()
    {
        MarcRecord record = Sample();

        Assert.That(record.RemoveFields("6XX", "001"), Is.EqualTo(3));
        Assert.That(record.RemoveFields("999"), Is.Zero);
    }

    [Test]
    public void Clone_OfARecord_IsEqualAndShareNothing()
    {
        MarcRecord record = Sample(), copy = record.Clone();

        Assert.That(copy.ContentEquals(record), Is.True);
        copy["245"]!['a'] = "x";
        Assert.That(copy.ContentEquals(record), Is.False);
        Assert.That(record["245"]!['a'], Is.EqualTo("Frog Face and the three boys /"));
    }

    [Test]
    public void DiffTo_OfAChangedRecord_ListsTheChanges()
    {
        MarcRecord before = Sample(), after = Sample();
        after["245"]!['a'] = "Toad face /";
        after.RemoveFields("020");
        after.Field("900", ' ', ' ', ('a', "x"));

        MarcDiff diff = before.DiffTo(after);

        Assert.That(diff.Removed.Select(field => field.Tag), Is.EqualTo(new[] { "020", "245" }));
        Assert.That(diff.Added.Select(field => field.Tag), Is.EqualTo(new[] { "245", "900" }));
        Assert.That(diff.ToText(), Does.Contain("+ 245 10 $a Toad face / $c Don Trembath.\n"));
        Assert.That(before.DiffTo(Sample()).IsEmpty, Is.True);
    }

    [Test]
    public void ToString_OfAllTypes_ShowsNoContent()
    {
        MarcRecord record = Sample();

        Assert.That(
            string.Join('|', record, record["001"], record["245"], record["245"]!.Subfields[0]),
            Is.EqualTo("MarcRecord (8 fields)|001|245 (2 subfields)|$a"));
    }

    [Test]
    public void Validate_OfAWellFormedRecord_FindsNothing() => Assert.That(Sample().Validate(), Is.Empty);

    private static readonly TestCaseData[] Faults =
    [
        new TestCaseData((Action<MarcRecord>)(record => record.Leader = "short"), "leader").SetArgDisplayNames("short leader"),
        new TestCaseData((Action<MarcRecord>)(record => record.ReplaceField("001", ' ', ' ', ('a', "x"))), "fields[0] (001)").SetArgDisplayNames("001 as data field"),
        new TestCaseData((Action<MarcRecord>)(record => record.ReplaceControl("245", "x")), "fields[4] (245)").SetArgDisplayNames("245 as control field"),
        new TestCaseData((Action<MarcRecord>)(record => record.Control("001", "x")), "001").SetArgDisplayNames("two 001"),
        new TestCaseData((Action<MarcRecord>)(record => record.Field("245", '0', '0', ('a', "x"))), "245").SetArgDisplayNames("two 245"),
        new TestCaseData((Action<MarcRecord>)(record => record.RemoveFields("245")), "245").SetArgDisplayNames("no 245"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!.Tag = "2é5"), "fields[4] (2é5)").SetArgDisplayNames("tag"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!.Indicator1 = '#'), "fields[4] (245)").SetArgDisplayNames("indicator #"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!.Indicator2 = 'é'), "fields[4] (245)").SetArgDisplayNames("indicator é"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!.AddSubfield('A', "x")), "fields[4] (245) $A").SetArgDisplayNames("code A"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!.AddSubfield('!', "x")), "fields[4] (245) $!").SetArgDisplayNames("code !"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!['a'] = "x\u001Fy"), "fields[4] (245) $a").SetArgDisplayNames("delimiter"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!['a'] = "x\ud83d"), "fields[4] (245) $a").SetArgDisplayNames("surrogate"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!.Subfields.Clear()), "fields[4] (245)").SetArgDisplayNames("no subfields"),
        new TestCaseData((Action<MarcRecord>)(record => record["008"]!.Data = "short"), "fields[1] (008)").SetArgDisplayNames("008"),
    ];

    [TestCase('a', 40)]
    [TestCase('z', 40)]
    [TestCase('y', 32)]
    [TestCase('w', 14)]
    [TestCase('q', 15)]
    public void Validate_Of008_KnowsItsLengthInEachFormat(char type, int length)
    {
        MarcRecord record = new MarcRecord().Control("008", new string(' ', length)).Field("245", '0', '0', ('a', "T"));
        record.RecordType = type;

        Assert.That(record.Validate(), Is.Empty);
    }

    [TestCase("FMT", true)]
    [TestCase("00A", false)]
    public void Validate_WhatIso2709Refuses_IsAnError(string tag, bool isControl)
    {
        MarcRecord record = Sample();
        record.Fields.Add(isControl ? new MarcField(tag, "BK") : new MarcField(tag, ' ', ' ', ('a', "BK")));

        Assert.That(() => MarcWriter.ToBytes(record), Throws.TypeOf<MarcWriteException>());
        Assert.That(record.Validate().Select(problem => problem.Severity), Is.EqualTo([MarcSeverity.Error]));
    }

    [TestCaseSource(nameof(Faults))]
    public void Validate_OfABadRecord_ReportsWhere(Action<MarcRecord> damage, string path)
    {
        MarcRecord record = Sample();

        damage(record);

        Assert.That(record.Validate().Select(problem => problem.Path), Does.Contain(path));
    }
}
