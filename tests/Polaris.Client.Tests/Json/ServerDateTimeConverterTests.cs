using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Tests.Json;

public sealed class ServerDateTimeConverterTests
{
    private static readonly TimeZoneInfo FiveHoursWest =
        TimeZoneInfo.CreateCustomTimeZone("west", TimeSpan.FromHours(-5), "west", "west");

    [TestCase("2013-04-03T09:06:33.367", "2013-04-03T09:06:33.3670000-05:00")]
    [TestCase("2013-04-03T09:06:33", "2013-04-03T09:06:33.0000000-05:00")]
    [TestCase("2013-04-03T09:06", "2013-04-03T09:06:00.0000000-05:00")]
    [TestCase("2013-04-03", "2013-04-03T00:00:00.0000000-05:00")]
    [TestCase("2013-04-03T09:06:33.3", "2013-04-03T09:06:33.3000000-05:00")]
    [TestCase("2013-04-03T09:06:33.1234567", "2013-04-03T09:06:33.1234567-05:00")]
    [TestCase("2013-04-03T09:06:33.123456789", "2013-04-03T09:06:33.1234567-05:00")]
    [TestCase("2016-01-15T16:01:16.857-05:00", "2016-01-15T16:01:16.8570000-05:00")]
    [TestCase("2015-09-14T16:59:18-04:00", "2015-09-14T16:59:18.0000000-04:00")]
    [TestCase("2023-10-13T10:00:20.42-05:00", "2023-10-13T10:00:20.4200000-05:00")]
    [TestCase("2015-09-14T16:59:18Z", "2015-09-14T16:59:18.0000000+00:00")]
    [TestCase("2025-09-07T22:09:14.300+00:00", "2025-09-07T22:09:14.3000000+00:00")]
    [TestCase("2022-06-23T15:14:00.450Z", "2022-06-23T15:14:00.4500000+00:00")]
    [TestCase("2025-09-07T22:09:14.532+0000", "2025-09-07T22:09:14.5320000+00:00")]
    [TestCase("2021-02-24T11:30:15.752+0200", "2021-02-24T11:30:15.7520000+02:00")]
    [TestCase("2021-02-24T11:30:15+02", "2021-02-24T11:30:15.0000000+02:00")]
    [TestCase("0001-01-01T00:00:00-05:00", "0001-01-01T00:00:00.0000000-05:00")]
    [TestCase("0001-01-01T00:00:00+05:00", "0001-01-01T00:00:00.0000000+00:00")]
    [TestCase("9999-12-31T23:59:59.9999999", "9999-12-31T23:59:59.9999999+00:00")]
    [TestCase("2008-07-25 13:40:03.000", "2008-07-25T13:40:03.0000000-05:00")]
    [TestCase("20070727155103.0", "2007-07-27T15:51:03.0000000-05:00")]
    [TestCase("/Date(1697230800000-0500)/", "2023-10-13T16:00:00.0000000-05:00")]
    [TestCase("/Date(1697230800000)/", "2023-10-13T21:00:00.0000000+00:00")]
    [TestCase("/Date(-1000)/", "1969-12-31T23:59:59.0000000+00:00")]
    [TestCase("Oct 14 2023 11:59PM", "2023-10-14T23:59:00.0000000-05:00")]
    [TestCase("Oct  4 2023 12:05AM", "2023-10-04T00:05:00.0000000-05:00")]
    [TestCase("Oct 14 2023 12:05PM", "2023-10-14T12:05:00.0000000-05:00")]
    [TestCase("Sep 22 2023 ", "2023-09-22T00:00:00.0000000-05:00")]
    [TestCase("10/14/2023", "2023-10-14T00:00:00.0000000-05:00")]
    [TestCase("1/4/2023", "2023-01-04T00:00:00.0000000-05:00")]
    public void Read_AFormThatIsSent_IsThatInstant(string text, string expected) =>
        Assert.That(Read(text, FiveHoursWest).ToString("O"), Is.EqualTo(expected));

    [Test]
    public void Read_WithoutOffsetAndWithoutZone_IsUtc() =>
        Assert.That(
            JsonSerializer.Deserialize("""{"LockDate":"2013-04-03T09:06:33.367"}""", ObjectLocksJson.Default.ObjectLock)!.LockDate,
            Is.EqualTo(new DateTimeOffset(2013, 4, 3, 9, 6, 33, 367, TimeSpan.Zero)));

    [Test]
    public void Read_EastOfGreenwich_TheUnsetDateDoesNotOverflow()
    {
        TimeZoneInfo east = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(9), "east", "east");

        Assert.That(Read("0001-01-01T00:00:00", east), Is.EqualTo(DateTimeOffset.MinValue));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("soon")]
    [TestCase("Oct")]
    [TestCase("Okt 14 2023")]
    [TestCase("2013-13-03T09:06:33")]
    [TestCase("2013-02-29")]
    [TestCase("2013-04-03T24:00:00")]
    [TestCase("2013-04-03T09:06:33.")]
    [TestCase("2013-04-03T09:06:33-99:00")]
    [TestCase("2013-04-03T09:06:33-05:0")]
    [TestCase("2013-04-03T09:06:33 and more")]
    [TestCase("0000-01-01")]
    [TestCase("20070727155")]
    [TestCase("99999999999999.0")]
    [TestCase("/Date()/")]
    [TestCase("/Date(99999999999999999999)/")]
    [TestCase("/Date(999999999999999999)/")]
    [TestCase("/Date(1697230800000")]
    [TestCase("Oct 14 2023 13:59PM")]
    [TestCase("13/14/2023")]
    public void Read_ATextInNoKnownForm_ThrowsJsonException(string text) =>
        Assert.Throws<JsonException>(() => Read(text, FiveHoursWest));

    [Test]
    public void Read_ATextInNoKnownForm_ShowsItsShapeOnly() =>
        Assert.That(
            Assert.Throws<JsonException>(() => Read("Miller, born 14.10.1962 in a town whose name is long and unusual", FiveHoursWest))!.Message,
            Does.Contain("'aaaaaa, aaaa 99.99.9999 aa a aaaa aaaaa ...'"));

    [TestCase("20230101")]
    [TestCase("true")]
    [TestCase("{}")]
    public void Read_NoText_ThrowsJsonException(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, TypeInfo(FiveHoursWest)));

    [Test]
    public void Read_EscapedText_IsUnescaped() =>
        Assert.That(
            JsonSerializer.Deserialize("""  "\/Date(1697230800000-0500)\/"  """, TypeInfo(FiveHoursWest)).Offset,
            Is.EqualTo(TimeSpan.FromHours(-5)));

    [TestCase("2016-01-15T16:01:16.857-05:00")]
    [TestCase("2016-01-15T16:01:16+00:00")]
    public void Write_ADate_IsIso8601WithOffset(string text) =>
        Assert.That(
            JsonSerializer.Serialize(Read(text, FiveHoursWest), TypeInfo(FiveHoursWest)).Replace("\\u002B", "+", StringComparison.Ordinal),
            Is.EqualTo($"\"{text}\""));

    private static DateTimeOffset Read(string text, TimeZoneInfo zone) =>
        JsonSerializer.Deserialize($"\"{text}\"", TypeInfo(zone));

    private static JsonTypeInfo<DateTimeOffset> TypeInfo(TimeZoneInfo zone)
    {
        JsonSerializerOptions options = new()
        {
            TypeInfoResolver = ObjectLocksJson.Default,
            Converters = { new ServerDateTimeConverter(zone) },
        };
        return (JsonTypeInfo<DateTimeOffset>)options.GetTypeInfo(typeof(DateTimeOffset));
    }
}
