"""fieldgap check: what is doubtful in the data."""

from .city_algorithm import CityAlgorithm


class CheckAlgorithm(CityAlgorithm):
    command = "check"
