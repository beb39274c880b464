using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>What a lock date proves, without any knowledge of the server's time zone.</summary>
public sealed class LockClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private ManualTimeProvider _time = null!;
    private LockClock _clock = null!;

    [SetUp]
    public void Build()
    {
        _time = new ManualTimeProvider(Noon);
        _clock = new LockClock(_time);
    }

    [TestCase(0, 0, true)]
    [TestCase(0, 2, true)]
    [TestCase(0, 3, false)]
    [TestCase(10, 12, true)]
    [TestCase(10, 13, false)]
    [TestCase(10, -2, true)]
    [TestCase(10, -3, null)]
    public void WasSetWithin_AfterLearning_ComparesTheAgeWithTheTimeSinceTheRequest(int elapsed, int age, bool? expected)
    {
        _clock.Learn(LockAt(Noon.AddHours(-5)), Noon, TimeSpan.Zero);

        var found = LockAt(Noon.AddHours(-5).AddSeconds(-age));

        Assert.That(_clock.WasSetWithin(found, Noon, TimeSpan.FromSeconds(elapsed)), Is.EqualTo(expected));
    }

    [TestCase(0)]
    [TestCase(5)]
    public void WasSetWithin_DateReadInAnotherZone_IsTheSame(int configuredOffset)
    {
        var zone = TimeSpan.FromHours(configuredOffset);
        _clock.Learn(new ObjectLock { LockDate = new DateTimeOffset(2026, 6, 1, 7, 0, 0, zone) }, Noon, TimeSpan.Zero);

        var found = new ObjectLock { LockDate = new DateTimeOffset(2026, 6, 1, 6, 0, 0, zone) };

        Assert.That(_clock.WasSetWithin(found, Noon, TimeSpan.Zero), Is.False);
    }

    [Test]
    public void WasSetWithin_NothingLearned_ProvesNothing() =>
        Assert.That(_clock.WasSetWithin(LockAt(Noon), Noon, TimeSpan.Zero), Is.Null);

    [Test]
    public void WasSetWithin_WithoutDateOrServerTime_ProvesNothing()
    {
        _clock.Learn(LockAt(Noon), Noon, TimeSpan.Zero);

        Assert.That(_clock.WasSetWithin(new ObjectLock(), Noon, TimeSpan.Zero), Is.Null);
        Assert.That(_clock.WasSetWithin(LockAt(Noon), null, TimeSpan.Zero), Is.Null);
    }

    [Test]
    public void WasSetWithin_UnsetDate_IsOld()
    {
        _clock.Learn(LockAt(Noon.AddHours(9)), Noon, TimeSpan.Zero);

        Assert.That(_clock.WasSetWithin(LockAt(DateTimeOffset.MinValue), Noon, TimeSpan.FromHours(1)), Is.False);
    }

    [Test]
    public void Learn_FromASlowResponse_LearnsNothing()
    {
        _clock.Learn(LockAt(Noon), Noon, TimeSpan.FromSeconds(1.001));

        Assert.That(_clock.IsReliable, Is.False);
    }

    [Test]
    public void Learn_FromAResponseWithinASecond_Learns()
    {
        _clock.Learn(LockAt(Noon), Noon, TimeSpan.FromSeconds(1));

        Assert.That(_clock.IsReliable, Is.True);
    }

    [TestCase(15)]
    [TestCase(-15)]
    public void Learn_FromADateThatNoZoneExplains_LearnsNothing(int hours)
    {
        _clock.Learn(LockAt(Noon.AddHours(hours)), Noon, TimeSpan.Zero);

        Assert.That(_clock.IsReliable, Is.False);
    }

    [Test]
    public void IsReliable_AQuarterOfAnHourLater_IsFalse()
    {
        _clock.Learn(LockAt(Noon), Noon, TimeSpan.Zero);
        _time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        Assert.That(_clock.IsReliable, Is.True);

        _time.Advance(TimeSpan.FromTicks(1));

        Assert.That(_clock.IsReliable, Is.False, "the clocks may have been set back since");
    }

    [TestCase(3, 59, false)]
    [TestCase(4, 0, true)]
    [TestCase(22, 59, true)]
    [TestCase(23, 0, false)]
    public void IsReliable_InTheHoursInWhichClocksAreSetBack_IsFalse(int hour, int minute, bool expected)
    {
        var shown = new DateTimeOffset(2026, 6, 1, hour, minute, 0, TimeSpan.Zero);

        _clock.Learn(LockAt(shown), shown, TimeSpan.Zero);

        Assert.That(_clock.IsReliable, Is.EqualTo(expected));
    }

    [TestCase(3, 55, true)]
    [TestCase(22, 55, false)]
    public void IsReliable_TenMinutesLater_IsThatOfTheHourThen(int hour, int minute, bool expected)
    {
        var shown = new DateTimeOffset(2026, 6, 1, hour, minute, 0, TimeSpan.Zero);
        _clock.Learn(LockAt(shown), shown, TimeSpan.Zero);

        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.That(_clock.IsReliable, Is.EqualTo(expected));
    }

    private static ObjectLock LockAt(DateTimeOffset date) => new() { LockDate = date };
}
